package io.octroi.payment.stripe;

import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Claimed;
import io.octroi.payment.payment.PaymentFact.PaidBy;
import io.octroi.payment.payment.PaymentFact.PaidUnder;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.Translation.SubjectClaim;
import io.octroi.payment.translation.Translation.Understood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what an event says. */
final class Meaning {
  private final Instant at;
  private final Set<Reference> references = new LinkedHashSet<>();
  private final List<PaymentFact> facts = new ArrayList<>();
  private final List<AgreementFact> agreements = new ArrayList<>();
  private final List<SubjectClaim> claims = new ArrayList<>();

  Meaning(StripeEvent event) {
    this.at = event.at();
  }

  Meaning reference(ReferenceKind kind, String id) {
    references.add(new Reference(StripeTranslator.PROVIDER, kind, id));
    return this;
  }

  Meaning reference(ReferenceKind kind, Optional<String> id) {
    id.ifPresent(i -> reference(kind, i));
    return this;
  }

  Meaning fact(PaymentFact fact) {
    facts.add(fact);
    return this;
  }

  /** The event itself says who pays for what. */
  Meaning claim(Claim claim) {
    return claim.isEmpty() ? this : fact(new Claimed(claim));
  }

  /** The payment is by this customer of Stripe's, who is whom {@code claim} says. */
  Meaning paidBy(Optional<String> customer, Claim claim) {
    customer.ifPresent(id -> fact(new PaidBy(id)));
    return customer(customer, claim);
  }

  /** The payment is under this agreement, which is whose {@code claim} says. */
  Meaning paidUnder(Optional<String> agreement, Claim claim) {
    agreement.ifPresent(id -> fact(new PaidUnder(id)));
    return agreement(agreement, claim);
  }

  /** A customer of Stripe's is whom {@code claim} says; it may pay for more than one plan. */
  Meaning customer(Optional<String> customer, Claim claim) {
    customer.ifPresent(id -> claims.add(new SubjectClaim(id, claim.withoutPlan())));
    return this;
  }

  Meaning agreement(Optional<String> agreement, Claim claim) {
    agreement.ifPresent(id -> claims.add(new SubjectClaim(id, claim)));
    return this;
  }

  Meaning agreement(AgreementFact fact) {
    agreements.add(fact);
    return this;
  }

  Understood understood() {
    return new Understood(at, List.copyOf(references), facts, agreements, claims);
  }
}
