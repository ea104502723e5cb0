package io.octroi.payment.backfill;

import java.time.Instant;

/** What a poll came to. */
sealed interface PollOutcome {
  /** For the metric and the log. */
  String word();

  /** Everything that was listed is in the ledger. */
  record Complete(Instant until) implements PollOutcome {
    @Override
    public String word() {
      return "complete";
    }
  }

  /** Something was missing and is on its way into the ledger. */
  record Filling(int published) implements PollOutcome {
    @Override
    public String word() {
      return "filling";
    }
  }

  /**
   * The provider or the broker gave no answer.
   *
   * @param reason a stable code
   */
  record Failed(String reason) implements PollOutcome {
    @Override
    public String word() {
      return "failed";
    }
  }

  /** Another instance polls, or it is not due. */
  record NotDue() implements PollOutcome {
    @Override
    public String word() {
      return "not_due";
    }
  }
}
