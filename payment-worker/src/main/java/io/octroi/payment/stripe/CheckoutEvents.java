package io.octroi.payment.stripe;

import io.octroi.contracts.AgreementStatus;
import io.octroi.contracts.Money;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Canceled;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code checkout.session.*}: a completed session is paid only if its payment status says so;
 * delayed methods tell later. In subscription mode the first invoice tells of the payment, the
 * session of the agreement and of who stands behind it.
 */
final class CheckoutEvents {
  private final StripeClaims claims;

  CheckoutEvents(StripeClaims claims) {
    this.claims = claims;
  }

  Translation translate(StripeEvent event) {
    ProviderObject session = event.object("checkout.session");
    if (session.word("mode").equals("setup")) {
      return new Translation.Nothing("setup_only");
    }
    boolean recurring = session.word("mode").equals("subscription");
    boolean paid = paid(event, session);
    Claim claim = claims.of(session);
    Optional<String> agreement = session.reference("subscription");
    Meaning meaning =
        event
            .meaning()
            .reference(ReferenceKind.CHECKOUT, session.id())
            .reference(ReferenceKind.PAYMENT, session.reference("payment_intent"))
            .reference(ReferenceKind.INVOICE, session.reference("invoice"));
    if (!paid) {
      meaning.fact(
          unpaid(event, StripeAmounts.optionalMoney(session, "amount_total").orElse(null)));
    } else if (!recurring) {
      meaning.fact(
          new Succeeded(StripeAmounts.money(session, "amount_total"), AmountSource.CHECKOUT));
    }
    if (paid && recurring) {
      agreement.ifPresent(id -> meaning.agreement(active(id, session, claim)));
    }
    return meaning
        .claim(claim)
        .paidUnder(agreement, claim)
        .paidBy(session.reference("customer"), claim)
        .understood();
  }

  private static boolean paid(StripeEvent event, ProviderObject session) {
    return switch (event.type()) {
      case "checkout.session.completed" ->
          switch (session.word("payment_status")) {
            case "paid", "no_payment_required" -> true;
            case "unpaid" -> false;
            default -> throw new MalformedEventException("bad_payment_status");
          };
      case "checkout.session.async_payment_succeeded" -> true;
      default -> false;
    };
  }

  private static PaymentFact unpaid(StripeEvent event, @Nullable Money asked) {
    return switch (event.type()) {
      case "checkout.session.async_payment_failed" -> new Failed(asked, "async_payment_failed");
      case "checkout.session.expired" -> new Canceled(asked, "checkout_expired");
      default -> new Pending(asked);
    };
  }

  private static AgreementFact active(String id, ProviderObject session, Claim claim) {
    return new AgreementFact(
        id,
        AgreementFact.Source.CHECKOUT,
        AgreementStatus.ACTIVE,
        null,
        claim.planCode(),
        session.reference("customer").orElse(null));
  }
}
