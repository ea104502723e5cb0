package io.octroi.payment.stripe;

import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Authorised;
import io.octroi.payment.payment.PaymentFact.Canceled;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code payment_intent.*}: a failed attempt is not the end, the same intent may still succeed. */
final class PaymentIntentEvents {
  private static final Pattern REASON = Pattern.compile("[a-z0-9_]{1,64}");

  private final StripeClaims claims;

  PaymentIntentEvents(StripeClaims claims) {
    this.claims = claims;
  }

  Translation translate(StripeEvent event) {
    ProviderObject intent = event.object("payment_intent");
    Claim claim = claims.of(intent);
    Meaning meaning =
        event
            .meaning()
            .reference(ReferenceKind.PAYMENT, intent.id())
            .reference(ReferenceKind.CHARGE, intent.reference("latest_charge"))
            .reference(ReferenceKind.INVOICE, intent.reference("invoice"));
    // Before 2022-11-15 an intent held its charges in full.
    intent
        .elements("charges")
        .forEach(charge -> meaning.reference(ReferenceKind.CHARGE, charge.id()));
    return meaning
        .fact(fact(event, intent))
        .claim(claim)
        .paidBy(intent.reference("customer"), claim)
        .understood();
  }

  private static PaymentFact fact(StripeEvent event, ProviderObject intent) {
    return switch (event.type()) {
      case "payment_intent.succeeded" ->
          new Succeeded(StripeAmounts.money(intent, "amount_received"), AmountSource.PAYMENT);
      case "payment_intent.amount_capturable_updated" ->
          new Authorised(StripeAmounts.money(intent, "amount"));
      case "payment_intent.payment_failed" ->
          new Failed(
              StripeAmounts.money(intent, "amount"),
              reason(intent.text("last_payment_error", "code"), "payment_failed"));
      case "payment_intent.canceled" ->
          new Canceled(
              StripeAmounts.money(intent, "amount"),
              reason(intent.text("cancellation_reason"), "canceled"));
      default -> new Pending(StripeAmounts.money(intent, "amount"));
    };
  }

  private static String reason(Optional<String> told, String otherwise) {
    return told.filter(r -> REASON.matcher(r).matches()).orElse(otherwise);
  }
}
