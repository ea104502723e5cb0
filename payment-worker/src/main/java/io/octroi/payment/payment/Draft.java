package io.octroi.payment.payment;

import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.payment.EvidenceRows.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One payment while a batch is booked: what was known, what is added, what comes of it. */
final class Draft {
  private final PaymentId id;
  private final @Nullable Payment before;
  private final Map<String, Evidence> evidence = new TreeMap<>();
  private final TreeSet<Reference> references = new TreeSet<>(Reference.BY_KIND);
  private final List<Found> added = new ArrayList<>();
  private final List<Evidence> unmatchedBefore = new ArrayList<>();
  private String firstEndpoint = "";
  private String traceparent = "";

  Draft(PaymentId id, @Nullable Payment before) {
    this.id = id;
    this.before = before;
    if (before != null) {
      references.add(before.reference());
      firstEndpoint = before.endpoint();
    }
  }

  PaymentId id() {
    return id;
  }

  @Nullable Payment before() {
    return before;
  }

  String traceparent() {
    return traceparent;
  }

  /** Takes up what a row already holds: this payment's own, or one that it absorbs. */
  void takeUp(Payment row, Collection<Evidence> known) {
    references.add(row.reference());
    takeUp(known);
    if (!row.matched()) {
      unmatchedBefore.addAll(known);
    }
  }

  /** Takes up evidence that is kept already. */
  void takeUp(Collection<Evidence> known) {
    known.forEach(e -> evidence.putIfAbsent(e.eventId(), e));
  }

  void add(Booking booking) {
    Evidence fresh = booking.evidence();
    references.addAll(booking.references());
    firstEndpoint = firstEndpoint.isEmpty() ? fresh.endpoint() : firstEndpoint;
    traceparent = booking.traceparent();
    if (!fresh.facts().isEmpty() && evidence.putIfAbsent(fresh.eventId(), fresh) == null) {
      added.add(new Found(id, fresh));
    }
  }

  /** Gives the cause of a change that no booking of this payment brings. */
  void causedBy(String cause) {
    traceparent = traceparent.isEmpty() ? cause : traceparent;
  }

  List<Found> added() {
    return added;
  }

  List<Evidence> unmatchedBefore() {
    return unmatchedBefore;
  }

  PaymentState state() {
    return PaymentFold.fold(evidence.values());
  }

  /** The row after all this. */
  Payment after(PaymentState state, Map<Subject, Identity> identities) {
    Reference reference = references.getFirst();
    Content content = Content.of(state, identity(reference.provider(), state, identities));
    long version = before == null ? 1 : before.version();
    Payment now =
        new Payment(
            id,
            version,
            state.matched() && content.assigned(),
            reference,
            state.endpoint().isEmpty() ? firstEndpoint : state.endpoint(),
            state.agreement(),
            state.providerCustomer(),
            state.matched(),
            state.currenciesDiffer(),
            content,
            null);
    return before == null || now.readsAs(before) ? now : now.withVersion(version + 1);
  }

  /** What the payment's customer may be known by, besides its own events. */
  List<Subject> dependsOn(PaymentState state) {
    String provider = references.getFirst().provider();
    return Stream.of(state.agreement(), state.providerCustomer())
        .filter(id -> id != null)
        .map(id -> new Subject(provider, id))
        .toList();
  }

  /** The payment's own events know best, then its agreement, then the provider's customer. */
  private static Identity identity(
      String provider, PaymentState state, Map<Subject, Identity> identities) {
    Identity identity = state.claimed();
    String agreement = state.agreement();
    if (agreement != null) {
      Subject subject = new Subject(provider, agreement);
      identity = identity.orElse(identities.getOrDefault(subject, Identity.UNKNOWN));
    }
    String customer = state.providerCustomer();
    if (customer != null) {
      Subject subject = new Subject(provider, customer);
      identity = identity.orElse(identities.getOrDefault(subject, Identity.UNKNOWN).withoutPlan());
    }
    return identity;
  }
}
