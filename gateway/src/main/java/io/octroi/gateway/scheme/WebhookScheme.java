package io.octroi.gateway.scheme;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How one kind of provider proves that it wrote a request. The one extension point of the gateway;
 * implementations are pure and know no clock, no network and no framework.
 */
public interface WebhookScheme {

  /**
   * The verdict. Never throws for anything that a request can contain.
   *
   * @param receivedAt our clock when the request had been read
   * @param secrets all that are accepted at this moment, the current one first
   */
  Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets);

  /** Whether this scheme can verify anything with that secret. */
  boolean canUse(Secret secret);

  /** The media types that a request must declare one of; empty if the scheme does not care. */
  default Set<String> mediaTypes() {
    return Set.of();
  }
}
