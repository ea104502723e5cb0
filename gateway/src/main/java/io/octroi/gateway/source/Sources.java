package io.octroi.gateway.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells where a request comes from. Each trusted proxy appends the address that it was called from
 * to X-Forwarded-For, so the entry that counts is found from the right; what stands to its left
 * anyone can have written.
 */
@Component
public class Sources {
  private final int trustedProxyHops;

  Sources(SourceProperties properties) {
    this.trustedProxyHops = properties.trustedProxyHops();
  }

  /**
   * The caller.
   *
   * @param peer the address at the other end of the connection
   * @param forwardedFor the lines of X-Forwarded-For, in order of arrival
   */
  public Source of(String peer, List<String> forwardedFor) {
    return forwarded(forwardedFor)
        .flatMap(Source::ofLiteral)
        .or(() -> Source.ofLiteral(peer))
        .orElseGet(Source::unknown);
  }

  private Optional<String> forwarded(List<String> lines) {
    if (trustedProxyHops == 0) {
      return Optional.empty();
    }
    List<String> entries = new ArrayList<>();
    for (String line : lines) {
      entries.addAll(List.of(line.split(",", -1)));
    }
    return entries.size() < trustedProxyHops
        ? Optional.empty()
        : Optional.of(entries.get(entries.size() - trustedProxyHops).strip());
  }
}
