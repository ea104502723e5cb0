package io.octroi.notifier.membership;

import java.time.Duration;

/** What came of looking, or of a step. */
sealed interface StepOutcome {

  /**
   * It is done.
   *
   * @param standing what they are now
   * @param did what is told of it, such as {@code approved}; empty where nothing happened
   * @param again whether another step may follow at once
   */
  record Done(Standing standing, String did, boolean again) implements StepOutcome {}

  /**
   * It may succeed later.
   *
   * @param atLeast the wait that was asked for; zero where none was
   * @param holdsChat whether Telegram asked for silence towards the chat
   */
  record Later(Duration atLeast, String code, boolean holdsChat) implements StepOutcome {
    static Later unavailable(String code) {
      return new Later(Duration.ZERO, code, false);
    }
  }

  /**
   * No retry will help with this account; a person was told.
   *
   * @param standing why: they own or administer the chat
   */
  record Stopped(Standing standing, String code) implements StepOutcome {}

  /** A stable name for metrics. */
  default String wireName() {
    return switch (this) {
      case Done done -> "done";
      case Later later -> "later";
      case Stopped stopped -> "stopped";
    };
  }
}
