package io.octroi.payment.stripe;

import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Authorised;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Refund;
import io.octroi.payment.payment.PaymentFact.RefundedTo;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.RefundStatus;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;

/**
 * {@code charge.*} and {@code refund.*}. A charge that belongs to a PaymentIntent or an invoice
 * tells nothing but its name: those tell the outcome. One that stands alone is the payment.
 */
final class ChargeEvents {
  private final StripeClaims claims;

  ChargeEvents(StripeClaims claims) {
    this.claims = claims;
  }

  Translation charge(StripeEvent event) {
    ProviderObject charge = event.object("charge");
    Meaning meaning = named(event, charge);
    if (charge.has("payment_intent") || charge.has("invoice")) {
      return meaning.understood();
    }
    Claim claim = claims.of(charge);
    return meaning
        .fact(outcome(event, charge))
        .claim(claim)
        .paidBy(charge.reference("customer"), claim)
        .understood();
  }

  /** {@code amount_refunded} is the total that went back so far. */
  Translation refunded(StripeEvent event) {
    ProviderObject charge = event.object("charge");
    return named(event, charge)
        .fact(new RefundedTo(charge.id(), StripeAmounts.money(charge, "amount_refunded")))
        .understood();
  }

  Translation refund(StripeEvent event) {
    ProviderObject refund = event.object("refund");
    return event
        .meaning()
        .reference(ReferenceKind.REFUND, refund.id())
        .reference(ReferenceKind.CHARGE, refund.reference("charge"))
        .reference(ReferenceKind.PAYMENT, refund.reference("payment_intent"))
        .fact(
            new Refund(
                refund.id(),
                refund.reference("charge").orElse(""),
                StripeAmounts.money(refund, "amount"),
                status(event, refund)))
        .understood();
  }

  private static Meaning named(StripeEvent event, ProviderObject charge) {
    return event
        .meaning()
        .reference(ReferenceKind.CHARGE, charge.id())
        .reference(ReferenceKind.PAYMENT, charge.reference("payment_intent"))
        .reference(ReferenceKind.INVOICE, charge.reference("invoice"));
  }

  private static PaymentFact outcome(StripeEvent event, ProviderObject charge) {
    if (event.type().equals("charge.failed")) {
      return new Failed(StripeAmounts.money(charge, "amount"), "charge_failed");
    }
    return charge.isTrue("captured")
        ? new Succeeded(
            StripeAmounts.money(
                charge, charge.has("amount_captured") ? "amount_captured" : "amount"),
            AmountSource.CHARGE)
        : new Authorised(StripeAmounts.money(charge, "amount"));
  }

  private static RefundStatus status(StripeEvent event, ProviderObject refund) {
    if (event.type().equals("refund.failed")) {
      return RefundStatus.FAILED;
    }
    return switch (refund.word("status")) {
      case "pending", "requires_action" -> RefundStatus.PENDING;
      case "succeeded" -> RefundStatus.SUCCEEDED;
      case "failed", "canceled" -> RefundStatus.FAILED;
      default -> throw new MalformedEventException("bad_refund_status");
    };
  }
}
