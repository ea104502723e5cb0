package io.octroi.payment.intake;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.agreement.AgreementState;
import io.octroi.payment.agreement.Agreements.Statement;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.ledger.LedgerKey;
import io.octroi.payment.payment.Booking;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentFact.PaidBy;
import io.octroi.payment.payment.PaymentFact.PaidUnder;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.translation.Translation.Understood;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A new webhook that says something. */
record Mention(LedgerKey key, String provider, Understood meaning, String traceparent) {

  static Mention of(Reading reading, Understood meaning) {
    VerifiedWebhook webhook = reading.entry().webhook();
    return new Mention(
        reading.entry().key(), webhook.provider(), meaning, reading.entry().source().traceparent());
  }

  /** Whether it concerns a payment: a lone name that says nothing makes none. */
  boolean concernsPayment() {
    int names = meaning.references().size();
    return names > 1 || (names == 1 && !meaning.facts().isEmpty());
  }

  /** What it says about payment {@code payment}. */
  Booking booking(PaymentId payment) {
    Evidence evidence = new Evidence(key.eventId(), key.endpoint(), meaning.at(), meaning.facts());
    return new Booking(payment, meaning.references(), evidence, traceparent);
  }

  /** What it says about recurring agreements. */
  List<Statement> statements() {
    return meaning.agreements().stream()
        .map(fact ->
            new Statement(
                subject(fact.agreement()),
                AgreementState.of(fact, meaning.at(), key.eventId()),
                traceparent))
        .toList();
  }

  /** What it says about who stands behind whom. */
  Map<Subject, Identity> claims() {
    Map<Subject, Identity> claims = new HashMap<>();
    meaning
        .claims()
        .forEach(claim ->
            claims.merge(
                subject(claim.subject()),
                Identity.of(claim.claim(), meaning.at(), key.eventId()),
                Identity::join));
    return claims;
  }

  /** Whom its payment and its agreements depend on. */
  Set<Subject> dependsOn() {
    Set<Subject> subjects = new HashSet<>();
    meaning
        .facts()
        .forEach(fact -> {
          if (fact instanceof PaidUnder(String agreement)) {
            subjects.add(subject(agreement));
          } else if (fact instanceof PaidBy(String customer)) {
            subjects.add(subject(customer));
          }
        });
    for (AgreementFact fact : meaning.agreements()) {
      subjects.add(subject(fact.agreement()));
      String customer = fact.providerCustomer();
      if (customer != null) {
        subjects.add(subject(customer));
      }
    }
    return subjects;
  }

  private Subject subject(String id) {
    return new Subject(provider, id);
  }
}
