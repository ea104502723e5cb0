package io.octroi.payment.translation;

import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.Reference;
import java.time.Instant;
import java.util.List;

/** What a webhook means. */
public sealed interface Translation {

  /**
   * It says something.
   *
   * @param at when it happened, by the provider's clock
   * @param references names of one and the same payment; empty where no payment is concerned
   * @param facts what is said about that payment; empty where only the names are linked
   * @param agreements what is said about recurring agreements
   * @param claims who stands behind an agreement or a provider's customer
   */
  record Understood(
      Instant at,
      List<Reference> references,
      List<PaymentFact> facts,
      List<AgreementFact> agreements,
      List<SubjectClaim> claims)
      implements Translation {
    public Understood {
      references = List.copyOf(references);
      facts = List.copyOf(facts);
      agreements = List.copyOf(agreements);
      claims = List.copyOf(claims);
    }

    /** Whether it tells of what follows from a payment, such as a refund, and not of it itself. */
    public boolean presumesPayment() {
      return facts.stream().anyMatch(PaymentFact.Consequence.class::isInstance)
          && facts.stream().noneMatch(PaymentFact.Outcome.class::isInstance);
    }
  }

  /**
   * It says nothing that concerns us.
   *
   * @param reason a stable code such as {@code not_handled}
   */
  record Nothing(String reason) implements Translation {}

  /**
   * It should say something and cannot be read.
   *
   * @param reason a stable code such as {@code bad_amount}; no part of the body
   */
  record Unreadable(String reason) implements Translation {}

  /**
   * A claim about something that stands for a customer over several payments.
   *
   * @param subject the provider's id of an agreement or a customer
   */
  record SubjectClaim(String subject, Claim claim) {}
}
