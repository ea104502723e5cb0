package io.octroi.gateway.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A caller, as far as limits go: an IPv4 address, or the /64 that an IPv6 address lies in, since
 * one customer of a network has at least that many.
 */
public record Source(String key) {
  private static final Source UNKNOWN = new Source("unknown");
  private static final int NETWORK_BYTES = 8;

  /** Only full literals, so that nothing is ever looked up and nothing short is guessed at. */
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /** The source that an address literal stands for; empty for anything else. */
  static Optional<Source> ofLiteral(String text) {
    boolean literal =
        IPV4.matcher(text).matches() || (text.contains(":") && IPV6.matcher(text).matches());
    if (!literal) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(InetAddress.ofLiteral(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Source unknown() {
    return UNKNOWN;
  }

  private static Source of(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
      return new Source(HexFormat.of().formatHex(network) + "/64");
    }
    return new Source(address.getHostAddress());
  }
}
