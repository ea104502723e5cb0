package io.octroi.payment.order;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import java.time.Instant;
import java.util.Locale;

/**
 * What a provider was asked to collect.
 *
 * @param endpoint where its webhooks come in
 * @param reference the name under which we and the provider both know it: X-Reference-Id, tx_ref,
 *     cpm_trans_id, order_id
 * @param orderId what we call it towards the provider besides; the reference where that is all
 * @param asked never zero
 * @param payToken what the provider wants to hear when asked; empty where it wants nothing
 * @param notifTokenSha256 hash of what notifications have to carry, 64 lower-case hexadecimal
 *     digits; empty where they carry nothing
 */
public record Order(
    String provider,
    String endpoint,
    String reference,
    String orderId,
    String customerId,
    String planCode,
    Money asked,
    Contact contact,
    String payToken,
    String notifTokenSha256,
    State state,
    Instant createdAt) {

  /** How much of a token's hash names the order in a notification that names nothing else. */
  static final int TOKEN_NAME_LENGTH = 32;

  /** How it stands, as far as we asked. */
  public enum State {
    /** Not known to be paid. */
    OPEN,
    /** The provider said that the money came, and as much as was asked. */
    PAID,
    /** The provider said that it did not come. */
    FAILED;

    /** The name in the database: {@code open}. */
    public String storedName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State ofStoredName(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Whether a notification means this order.
   *
   * @param name its reference, or the first half of the hash of the token that it carries
   */
  public boolean answersTo(String name) {
    return reference.equals(name)
        || (name.length() == TOKEN_NAME_LENGTH && notifTokenSha256.startsWith(name));
  }

  /** Whether both ask for the same. */
  boolean asksAs(Order other) {
    return withoutHistory().equals(other.withoutHistory());
  }

  private Order withoutHistory() {
    return new Order(
        provider,
        endpoint,
        reference,
        orderId,
        customerId,
        planCode,
        asked,
        contact,
        payToken,
        notifTokenSha256,
        State.OPEN,
        Instant.EPOCH);
  }

  /** Without contact and tokens. */
  @Override
  public String toString() {
    return "Order[" + provider + " " + reference + " " + state + "]";
  }
}
