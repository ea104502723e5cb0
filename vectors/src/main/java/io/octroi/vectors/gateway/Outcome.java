package io.octroi.vectors.gateway;

import io.octroi.contracts.VerifiedWebhook;

/** What the gateway did with a request. */
public sealed interface Outcome {

  /** Let in and published. */
  record Published(VerifiedWebhook webhook) implements Outcome {}

  /** Answered that somebody is there; nothing was sent for it to publish. */
  record Present() implements Outcome {}

  /**
   * Not let in.
   *
   * @param reason the gateway's own, or the status where it names none
   */
  record Refused(String reason) implements Outcome {}

  /**
   * The gateway does not start with such an endpoint.
   *
   * @param reason what it says of it
   */
  record NotStarted(String reason) implements Outcome {}

  /** What must never happen. */
  record Broken(String what) implements Outcome {}
}
