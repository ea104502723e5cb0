package io.octroi.notifier.membership;

/**
 * All that decides what is to be done about an account in a chat.
 *
 * @param linked whether the account is a customer's
 * @param cut whether its link was ended
 * @param desire what the customer's subscriptions say
 * @param asked whether a join request waits
 * @param liftOwed whether a ban of ours was not lifted yet
 * @param checked whether the standing was asked for just now
 * @param invited whether an invitation was made, or is being made, for the access that is open
 * @param openLinks whether a link that was told still works
 */
record Situation(
    boolean linked,
    boolean cut,
    Desire desire,
    Standing standing,
    boolean asked,
    boolean liftOwed,
    boolean checked,
    boolean invited,
    boolean openLinks) {

  /** Whether they may come in at this instant. */
  boolean mayEnter() {
    return linked && desire == Desire.IN;
  }

  /** Whether they are to be put out; only ever because somebody said so. */
  boolean mustLeave() {
    return linked ? desire == Desire.OUT : cut;
  }
}
