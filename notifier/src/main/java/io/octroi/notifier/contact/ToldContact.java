package io.octroi.notifier.contact;

import io.octroi.contracts.Contact;
import java.time.Instant;
import java.util.UUID;

/** A contact as it was told with a version of a subscription. */
public record ToldContact(
    UUID subscriptionId, long version, String customerId, Instant toldAt, Contact contact) {

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "ToldContact[" + subscriptionId + "]";
  }
}
