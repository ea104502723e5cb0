package io.octroi.payment.translation;

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
public final class Meaning {
  private final String provider;
  private final Instant at;
  private final Set<Reference> references = new LinkedHashSet<>();
  private final List<PaymentFact> facts = new ArrayList<>();
  private final List<AgreementFact> agreements = new ArrayList<>();
  private final List<SubjectClaim> claims = new ArrayList<>();

  /**
   * @param provider whose words they are
   * @param at when it happened, by the provider's clock
   */
  public Meaning(String provider, Instant at) {
    this.provider = provider;
    this.at = at;
  }

  public Meaning reference(ReferenceKind kind, String id) {
    references.add(new Reference(provider, kind, id));
    return this;
  }

  public Meaning reference(ReferenceKind kind, Optional<String> id) {
    id.ifPresent(i -> reference(kind, i));
    return this;
  }

  public Meaning fact(PaymentFact fact) {
    facts.add(fact);
    return this;
  }

  /** The event itself says who pays for what. */
  public Meaning claim(Claim claim) {
    return claim.isEmpty() ? this : fact(new Claimed(claim));
  }

  /** The payment is by this customer of the provider's, who is whom {@code claim} says. */
  public Meaning paidBy(Optional<String> customer, Claim claim) {
    customer.ifPresent(id -> fact(new PaidBy(id)));
    return customer(customer, claim);
  }

  /** The payment is under this agreement, which is whose {@code claim} says. */
  public Meaning paidUnder(Optional<String> agreement, Claim claim) {
    agreement.ifPresent(id -> fact(new PaidUnder(id)));
    return agreement(agreement, claim);
  }

  /** A customer of the provider's is whom {@code claim} says; it may pay for more than one plan. */
  public Meaning customer(Optional<String> customer, Claim claim) {
    customer.ifPresent(id -> claims.add(new SubjectClaim(id, claim.withoutPlan())));
    return this;
  }

  public Meaning agreement(Optional<String> agreement, Claim claim) {
    agreement.ifPresent(id -> claims.add(new SubjectClaim(id, claim)));
    return this;
  }

  public Meaning agreement(AgreementFact fact) {
    agreements.add(fact);
    return this;
  }

  public Understood understood() {
    return new Understood(at, List.copyOf(references), facts, agreements, claims);
  }
}
