package io.octroi.notifier.membership;

import java.util.Locale;

/** The one next thing to do so that a chat agrees with the subscriptions. */
sealed interface Step {

  /** Lets them in. Without a request that is known of, one may have been lost on its way. */
  record Approve() implements Step {}

  /** Refuses their request. */
  record Decline() implements Step {}

  /** Puts them out, and lets them come back. */
  record Remove() implements Step {}

  /** Lifts a ban of ours that stayed. */
  record Lift() implements Step {}

  /** Makes links of no use that were used, or must not be. */
  record Revoke() implements Step {}

  /** Sends them a link. */
  record Invite() implements Step {}

  /** Everything agrees. */
  record Nothing() implements Step {}

  /** A stable name, such as {@code approve}. */
  default String wireName() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Decides. */
  static Step of(Situation situation) {
    if (situation.asked() && !situation.standing().isIn()) {
      return situation.mayEnter() ? new Approve() : new Decline();
    }
    return switch (situation.standing()) {
      case INSIDE -> inside(situation);
      // Nobody but the owner can do anything about them.
      case ADMINISTRATOR, OWNER -> situation.openLinks() ? new Revoke() : new Nothing();
      // A ban that is not ours is an administrator's decision.
      case BANNED -> situation.liftOwed() ? new Lift() : new Nothing();
      case OUTSIDE, UNKNOWN -> outside(situation);
    };
  }

  private static Step inside(Situation situation) {
    if (situation.mustLeave()) {
      return new Remove();
    }
    return situation.openLinks() ? new Revoke() : new Nothing();
  }

  private static Step outside(Situation situation) {
    if (situation.liftOwed()) {
      return new Lift();
    }
    if (situation.mustLeave()) {
      return situation.openLinks() ? new Revoke() : new Nothing();
    }
    if (!situation.mayEnter()) {
      return new Nothing();
    }
    if (!situation.invited()) {
      return new Invite();
    }
    return situation.checked() && situation.openLinks() ? new Approve() : new Nothing();
  }
}
