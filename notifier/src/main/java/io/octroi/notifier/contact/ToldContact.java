package io.octroi.notifier.contact;

import io.octroi.contracts.Contact;
import java.time.Instant;
import java.util.UUID;

/**
 * A contact as it was told with a version of a subscription or of a payment.
 *
 * @param toldWith id of the subscription or payment
 */
public record ToldContact(
    UUID toldWith, long version, String customerId, Instant toldAt, Contact contact) {

  /** The newer of both, completed by the other. */
  public ToldContact join(ToldContact other) {
    return other.version > version ? other.completedBy(contact) : completedBy(other.contact);
  }

  private ToldContact completedBy(Contact older) {
    return new ToldContact(toldWith, version, customerId, toldAt, contact.orElse(older));
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "ToldContact[" + toldWith + "]";
  }
}
