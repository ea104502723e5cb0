package io.octroi.notifier.notification;

/** What a notification tells. */
public enum NotificationKind {
  /** A payment opened access. */
  ACTIVATION_CONFIRMED("activation-confirmed"),
  /** A payment prolonged access. */
  RENEWAL_CONFIRMED("renewal-confirmed"),
  /** Access opened on a payment that was confirmed before: a dispute won, a payment reassigned. */
  ACCESS_REOPENED("access-reopened"),
  /** Access will end soon. */
  REMINDER("reminder"),
  /** Access is over. */
  ACCESS_ENDED("access-ended"),
  /** The customer's Telegram account is known, and may ask to be let in. */
  ACCOUNT_LINKED("account-linked"),
  /** Some or all of a payment went back. */
  REFUND("refund"),
  /** A payment came to nothing. */
  PAYMENT_FAILED("payment-failed"),
  /** A payment is contested. */
  DISPUTE_OPENED("dispute-opened"),
  /** A payment was contested, and stands. */
  DISPUTE_WON("dispute-won"),
  /** A payment was contested, and the money is gone. */
  DISPUTE_LOST("dispute-lost");

  private final String wireName;

  NotificationKind(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException for a name that no kind has
   */
  public static NotificationKind ofWireName(String name) {
    for (NotificationKind kind : values()) {
      if (kind.wireName.equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of notification is called " + name);
  }
}
