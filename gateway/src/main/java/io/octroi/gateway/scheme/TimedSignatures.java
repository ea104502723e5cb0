package io.octroi.gateway.scheme;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code t=<unix seconds>,v1=<hex>[,v1=<hex>…]}. Other versions, such as Stripe's fake {@code v0}
 * of test events, are passed over. Exactly one time: of two, receivers take different ones.
 */
public record TimedSignatures(UnixTimestamp timestamp, List<String> signatures) {
  /** Providers send one for each secret in use. */
  static final int MAX_SIGNATURES = 20;

  /** Reads the value of the header. */
  public static Attempt<TimedSignatures> parse(String header) {
    List<String> times = new ArrayList<>();
    List<String> signatures = new ArrayList<>();
    for (String item : header.split(",", -1)) {
      int equals = item.indexOf('=');
      String name = equals < 0 ? item : item.substring(0, equals);
      boolean ours = name.equals("t") || name.equals("v1");
      if (ours && equals < 0) {
        return Attempt.failed(RejectionReason.MALFORMED_HEADER);
      }
      if (ours) {
        (name.equals("t") ? times : signatures).add(item.substring(equals + 1));
      }
    }
    if (times.size() != 1) {
      return Attempt.failed(RejectionReason.MALFORMED_HEADER);
    }
    if (signatures.isEmpty()) {
      return Attempt.failed(RejectionReason.NO_SUPPORTED_SCHEME);
    }
    if (signatures.size() > MAX_SIGNATURES) {
      return Attempt.failed(RejectionReason.HEADER_TOO_LARGE);
    }
    return UnixTimestamp.parse(times.getFirst())
        .then(timestamp -> Attempt.passed(new TimedSignatures(timestamp, signatures)));
  }
}
