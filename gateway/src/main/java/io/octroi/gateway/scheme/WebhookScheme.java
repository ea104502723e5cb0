package io.octroi.gateway.scheme;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How one kind of provider proves that it wrote a request. The one extension point of the gateway;
 * implementations know no clock, no framework, and no network but what they are given.
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

  /** Whether it proves anything with a secret; one that does not lets in hints at most. */
  default boolean needsSecret() {
    return true;
  }

  /** The methods that carry webhooks; no other one is let in. */
  default Set<String> methods() {
    return Set.of("POST");
  }

  /** Whether a GET asks if anybody is there, and is answered 200 without further effect. */
  default boolean answersProbes() {
    return false;
  }

  /** Whether the path goes on after the endpoint's name, with a reference of ours. */
  default boolean takesReference() {
    return false;
  }

  /** Whether the endpoint's address is part of what is signed, so that it must be configured. */
  default boolean needsPublicUrl() {
    return false;
  }

  /** The media types that a request must declare one of; empty if the scheme does not care. */
  default Set<String> mediaTypes() {
    return Set.of();
  }
}
