package io.octroi.payment.stripe;

import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.DisputeLost;
import io.octroi.payment.payment.PaymentFact.DisputeOpened;
import io.octroi.payment.payment.PaymentFact.DisputeWon;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;

/**
 * {@code charge.dispute.*}. An inquiry ({@code warning_…}) moves no money and is no dispute yet;
 * should it become one, the withdrawal of the funds tells.
 */
final class DisputeEvents {

  Translation translate(StripeEvent event) {
    ProviderObject dispute = event.object("dispute");
    String status = dispute.word("status");
    return switch (event.type()) {
      case "charge.dispute.created" ->
          status.startsWith("warning_")
              ? new Nothing("inquiry")
              : told(event, dispute, opened(dispute));
      case "charge.dispute.funds_withdrawn" -> told(event, dispute, opened(dispute));
      case "charge.dispute.funds_reinstated" ->
          status.equals("won") ? told(event, dispute, won(dispute)) : new Nothing("dispute_open");
      default ->
          switch (status) {
            case "won" -> told(event, dispute, won(dispute));
            case "lost" ->
                told(
                    event,
                    dispute,
                    new DisputeLost(dispute.id(), StripeAmounts.money(dispute, "amount")));
            case "warning_closed" -> new Nothing("inquiry");
            case "prevented" -> new Nothing("dispute_prevented");
            default -> throw new MalformedEventException("bad_dispute_status");
          };
    };
  }

  private static PaymentFact opened(ProviderObject dispute) {
    return new DisputeOpened(dispute.id(), StripeAmounts.money(dispute, "amount"));
  }

  private static PaymentFact won(ProviderObject dispute) {
    return new DisputeWon(dispute.id(), StripeAmounts.money(dispute, "amount"));
  }

  private static Translation told(StripeEvent event, ProviderObject dispute, PaymentFact fact) {
    return event
        .meaning()
        .reference(ReferenceKind.DISPUTE, dispute.id())
        .reference(ReferenceKind.CHARGE, dispute.reference("charge"))
        .reference(ReferenceKind.PAYMENT, dispute.reference("payment_intent"))
        .fact(fact)
        .understood();
  }
}
