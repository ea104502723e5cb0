package io.octroi.payment.intake;

import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Learned;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.ledger.LedgerKey;
import io.octroi.payment.payment.Booked;
import io.octroi.payment.payment.Booking;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.Resolution;
import io.octroi.payment.publication.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Enters what new webhooks say: who is who, payments, agreements, and what to tell of them. */
final class Bookkeeping {
  private final Ledger ledger;
  private final Payments payments;
  private final Identities identities;
  private final Agreements agreements;
  private final Consumer<List<Told>> publisher;

  Bookkeeping(
      Ledger ledger,
      Payments payments,
      Identities identities,
      Agreements agreements,
      Consumer<List<Told>> publisher) {
    this.ledger = ledger;
    this.payments = payments;
    this.identities = identities;
    this.agreements = agreements;
    this.publisher = publisher;
  }

  /** Enters everything in the caller's transaction. */
  Entered enter(List<Mention> mentions) {
    List<Mention> ofPayments = mentions.stream().filter(Mention::concernsPayment).toList();
    List<List<Reference>> groups = ofPayments.stream().map(m -> m.meaning().references()).toList();
    Resolution resolution = payments.resolve(groups);
    Learned learned = learn(mentions);
    Map<Mention, PaymentId> concerned = new LinkedHashMap<>();
    for (Mention mention : ofPayments) {
      concerned.put(mention, resolution.paymentOf(mention.meaning().references().getFirst()));
    }
    List<Booking> bookings = new ArrayList<>();
    concerned.forEach((mention, payment) -> bookings.add(mention.booking(payment)));
    Booked booked = payments.book(bookings, resolution, learned);
    List<Told> told = new ArrayList<>(booked.told());
    told.addAll(
        agreements.state(
            mentions.stream().flatMap(m -> m.statements().stream()).toList(), learned));
    ledger.unmatched(premature(concerned, booked.unmatched()));
    ledger.matched(
        booked.nowMatched().stream().map(e -> new LedgerKey(e.endpoint(), e.eventId())).toList());
    publisher.accept(told);
    return new Entered(told, resolution.absorbed().size());
  }

  private Learned learn(List<Mention> mentions) {
    Set<Subject> held = new HashSet<>();
    Map<Subject, Identity> claims = new HashMap<>();
    Map<Subject, String> causes = new HashMap<>();
    for (Mention mention : mentions) {
      held.addAll(mention.dependsOn());
      mention
          .claims()
          .forEach((subject, identity) -> {
            claims.merge(subject, identity, Identity::join);
            causes.put(subject, mention.traceparent());
          });
    }
    return identities.learn(held, claims, causes);
  }

  private static Collection<LedgerKey> premature(
      Map<Mention, PaymentId> concerned, Set<PaymentId> unmatched) {
    List<LedgerKey> keys = new ArrayList<>();
    concerned.forEach((mention, payment) -> {
      if (mention.meaning().presumesPayment() && unmatched.contains(payment)) {
        keys.add(mention.key());
      }
    });
    return keys;
  }

  /** What came of it: the events that were told, and how many payments turned out to be others. */
  record Entered(List<Told> told, int merged) {}
}
