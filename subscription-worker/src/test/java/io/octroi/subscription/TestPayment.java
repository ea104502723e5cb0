package io.octroi.subscription;

import io.octroi.contracts.Contact;
import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A payment that a test makes things happen to; each change is a new value with a new version. */
public record TestPayment(
    UUID id,
    long version,
    String customer,
    String plan,
    PaymentStatus status,
    Instant paidAt,
    Contact contact,
    List<DisputedTime> disputedTimes) {

  public static TestPayment paid(String customer, String plan, Instant paidAt) {
    return new TestPayment(
        EventIds.next(paidAt),
        1,
        customer,
        plan,
        PaymentStatus.SUCCEEDED,
        paidAt,
        Contact.UNKNOWN,
        List.of());
  }

  public TestPayment become(PaymentStatus newStatus) {
    return new TestPayment(
        id, version + 1, customer, plan, newStatus, paidAt, contact, disputedTimes);
  }

  /** Contested from {@code from} on, after any disputes before. */
  public TestPayment dispute(Instant from) {
    return with(PaymentStatus.DISPUTED, new DisputedTime(from, null));
  }

  /** The open dispute is won. */
  public TestPayment win(Instant until) {
    DisputedTime open = disputedTimes.getLast();
    return with(PaymentStatus.SUCCEEDED, new DisputedTime(open.from(), until));
  }

  private TestPayment with(PaymentStatus newStatus, DisputedTime last) {
    List<DisputedTime> times = new ArrayList<>(disputedTimes);
    times.removeIf(time -> time.until() == null);
    times.add(last);
    return new TestPayment(id, version + 1, customer, plan, newStatus, paidAt, contact, times);
  }

  public TestPayment moveTo(String newCustomer) {
    return new TestPayment(
        id, version + 1, newCustomer, plan, status, paidAt, contact, disputedTimes);
  }

  public TestPayment learn(Contact newContact) {
    return new TestPayment(
        id, version + 1, customer, plan, status, paidAt, newContact, disputedTimes);
  }

  public PaymentSnapshot snapshot() {
    Money amount = Money.of(4900, "EUR");
    return new PaymentSnapshot(
        id,
        version,
        "stripe",
        "stripe-eu",
        "pi_" + id,
        customer,
        plan,
        amount,
        null,
        status,
        status == PaymentStatus.PENDING ? null : paidAt,
        contact,
        disputedTimes.isEmpty() ? null : disputedTimes);
  }

  /** An event that tells of the payment as it stands. */
  public EventEnvelope event() {
    PaymentEvent event =
        switch (status) {
          case PENDING -> new PaymentEvent.PaymentPending(paidAt, snapshot());
          case SUCCEEDED -> new PaymentEvent.PaymentSucceeded(paidAt, snapshot());
          case FAILED -> new PaymentEvent.PaymentFailed(paidAt, snapshot());
          case REFUNDED, PARTIALLY_REFUNDED -> new PaymentEvent.PaymentRefunded(paidAt, snapshot());
          case DISPUTED -> new PaymentEvent.PaymentDisputed(paidAt, snapshot());
          case LOST -> new PaymentEvent.PaymentLost(paidAt, snapshot());
        };
    return envelope(event);
  }

  public EventEnvelope mergedInto(TestPayment other) {
    return envelope(new PaymentEvent.PaymentMerged(paidAt, id, version + 1, customer, other.id));
  }

  static EventEnvelope envelope(PaymentEvent event) {
    return new EventEnvelope(EventIds.next(event.occurredAt()), "/payment-worker", event);
  }
}
