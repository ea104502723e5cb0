package io.octroi.payment.assignment;

import io.octroi.contracts.Contact;
import io.octroi.contracts.EventIds;
import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.assignment.Assignment.AlreadyAssigned;
import io.octroi.payment.assignment.Assignment.Assigned;
import io.octroi.payment.assignment.Assignment.Merged;
import io.octroi.payment.assignment.Assignment.NoSuchPayment;
import io.octroi.payment.customer.Attested;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Learned;
import io.octroi.payment.customer.PlanSource;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.payment.Booked;
import io.octroi.payment.payment.Booking;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.Payments.Known;
import io.octroi.payment.payment.Resolution;
import io.octroi.payment.publication.Told;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an operator say whose a payment is. The decision is a fact like those of providers, and the
 * most credible one; where the payment was collected under a recurring agreement, the agreement is
 * the customer's too, so that nobody has to decide again next month.
 */
public class Assignments {
  /** In place of a webhook endpoint. */
  static final String ENDPOINT = "operator";

  private final Payments payments;
  private final Identities identities;
  private final Agreements agreements;
  private final Consumer<List<Told>> publisher;
  private final Clock clock;

  public Assignments(
      Payments payments,
      Identities identities,
      Agreements agreements,
      Consumer<List<Told>> publisher,
      Clock clock) {
    this.payments = payments;
    this.identities = identities;
    this.agreements = agreements;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * @param reason why, for those who look at it later
   */
  @Transactional
  public Assignment assign(PaymentId id, String customerId, String planCode, String reason) {
    // Who stands behind an agreement is locked before the payments, as everywhere.
    identities.hold(agreementOf(payments.peek(id)).keySet());
    Optional<Known> held = payments.hold(id);
    if (held.isEmpty()) {
      return new NoSuchPayment();
    }
    Known known = held.get();
    PaymentId into = known.mergedInto();
    if (into != null) {
      return new Merged(into);
    }
    Identity claimed = known.state().claimed();
    if (decided(claimed.customer(), customerId) && decided(claimed.plan(), planCode)) {
      return new AlreadyAssigned();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String eventId = ENDPOINT + ":" + EventIds.next(now);
    PaymentFact fact = new PaymentFact.Assigned(customerId, planCode, reason);
    Booking booking =
        new Booking(id, List.of(), new Evidence(eventId, ENDPOINT, now, List.of(fact)), "");
    enter(booking, agreementOf(held), Identity.of(claim(customerId, planCode), now, eventId));
    return new Assigned();
  }

  /**
   * Enters a decision of earlier, as it was entered then.
   *
   * @param decision evidence with one {@link PaymentFact.Assigned}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void repeat(PaymentId id, Evidence decision) {
    identities.hold(agreementOf(payments.peek(id)).keySet());
    Map<Subject, String> agreement = agreementOf(payments.hold(id));
    Identity identity = Identity.UNKNOWN;
    for (PaymentFact fact : decision.facts()) {
      if (fact instanceof PaymentFact.Assigned assigned) {
        Claim claim = claim(assigned.customerId(), assigned.planCode());
        identity = identity.join(Identity.of(claim, decision.at(), decision.eventId()));
      }
    }
    enter(new Booking(id, List.of(), decision, ""), agreement, identity);
  }

  private static Claim claim(String customerId, String planCode) {
    return new Claim(
        customerId, CustomerSource.OPERATOR, planCode, PlanSource.OPERATOR, Contact.UNKNOWN);
  }

  private void enter(Booking booking, Map<Subject, String> agreement, Identity identity) {
    Map<Subject, Identity> claims = new HashMap<>();
    agreement.keySet().forEach(subject -> claims.put(subject, identity));
    Learned learned = identities.learn(Set.of(), claims, agreement);
    Booked booked = payments.book(List.of(booking), Resolution.NONE, learned);
    List<Told> told = new ArrayList<>(booked.told());
    told.addAll(agreements.state(List.of(), learned));
    publisher.accept(told);
  }

  private static Map<Subject, String> agreementOf(Optional<Known> payment) {
    Map<Subject, String> subjects = new HashMap<>();
    payment.ifPresent(known -> {
      String agreement = known.state().agreement();
      if (agreement != null) {
        subjects.put(new Subject(known.provider(), agreement), "");
      }
    });
    return subjects;
  }

  private static boolean decided(@Nullable Attested<String> said, String value) {
    return said != null && said.rank() == Attested.DECIDED && said.value().equals(value);
  }
}
