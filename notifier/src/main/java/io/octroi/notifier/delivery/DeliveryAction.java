package io.octroi.notifier.delivery;

/** What a delivery does. */
public enum DeliveryAction {
  /** The mail that tells the fact. */
  EMAIL("email", Address.EMAIL),
  /** A second mail, with an invitation link that came too late for the first. */
  EMAIL_LINK("email.link", Address.EMAIL),
  /** The fact as a text message. */
  SMS("sms", Address.PHONE),
  /** Makes a single-use invitation link; its target is the chat. */
  TELEGRAM_INVITATION("telegram.invitation", Address.NONE),
  /** The fact as a private message of the bot. */
  TELEGRAM_MESSAGE("telegram.message", Address.TELEGRAM),
  /** A private message of the bot with the links into the chats. */
  TELEGRAM_LINKS("telegram.links", Address.TELEGRAM),
  /** Puts the member out without a lasting ban; its target is the chat. */
  TELEGRAM_REMOVAL("telegram.removal", Address.TELEGRAM),
  /** Revokes the subscription's invitation links; its target is the chat. */
  TELEGRAM_REVOCATION("telegram.revocation", Address.NONE);

  private final String wireName;
  private final Address address;

  DeliveryAction(String wireName, Address address) {
    this.wireName = wireName;
    this.address = address;
  }

  public String wireName() {
    return wireName;
  }

  /** What must be known of the customer before it can be done. */
  Address address() {
    return address;
  }

  /**
   * @throws IllegalArgumentException for a name that no action has
   */
  public static DeliveryAction ofWireName(String name) {
    for (DeliveryAction action : values()) {
      if (action.wireName.equals(name)) {
        return action;
      }
    }
    throw new IllegalArgumentException("no delivery does " + name);
  }

  /** A kind of address. */
  enum Address {
    NONE("none"),
    EMAIL("email"),
    TELEGRAM("telegram"),
    PHONE("phone");

    private final String wireName;

    Address(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }
}
