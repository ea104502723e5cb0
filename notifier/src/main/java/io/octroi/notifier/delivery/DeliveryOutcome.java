package io.octroi.notifier.delivery;

import java.time.Duration;

/** What became of one attempt. Codes are short, lower-case and never hold an address. */
public sealed interface DeliveryOutcome {

  /** The reason code; empty where nothing went wrong. */
  default String code() {
    return "";
  }

  /**
   * The channel accepted it.
   *
   * @param providerId what the channel calls it; empty where it has no name
   * @param effect what is to be stored in the transaction that records the outcome
   */
  record Sent(String providerId, Runnable effect) implements DeliveryOutcome {
    public static Sent as(String providerId) {
      return new Sent(providerId, () -> {});
    }
  }

  /**
   * It may succeed later.
   *
   * @param atLeast the wait the channel asked for; zero where it did not ask for one
   */
  record RetryLater(Cause cause, Duration atLeast, String code) implements DeliveryOutcome {

    /** The channel or the way to it is out of order; only age ends the retries. */
    public static RetryLater unavailable(String code) {
      return new RetryLater(Cause.UNAVAILABLE, Duration.ZERO, code);
    }

    /** The channel refused this delivery for now; counts against the limit of attempts. */
    public static RetryLater refusedForNow(String code) {
      return new RetryLater(Cause.REFUSED_FOR_NOW, Duration.ZERO, code);
    }

    /** The channel asked for silence towards the target. */
    public static RetryLater busy(Duration atLeast, String code) {
      return new RetryLater(Cause.BUSY, atLeast, code);
    }
  }

  /** No retry will help; a person must look. */
  record Refused(String code) implements DeliveryOutcome {}

  /** There is no reason left to send it. */
  record Dropped(String code) implements DeliveryOutcome {}

  /** Why a later attempt may succeed. */
  enum Cause {
    UNAVAILABLE,
    BUSY,
    REFUSED_FOR_NOW
  }
}
