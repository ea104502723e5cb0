package io.octroi.payment.paypal;

import io.octroi.contracts.Money;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.DisputeLost;
import io.octroi.payment.payment.PaymentFact.DisputeOpened;
import io.octroi.payment.payment.PaymentFact.DisputeWon;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Refund;
import io.octroi.payment.payment.PaymentFact.RefundedTo;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.RefundStatus;
import io.octroi.payment.translation.Amounts;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Captures, sales, refunds and disputes. The second API says {@code {currency_code, value}}, the
 * first {@code {currency, total}}; there a refund's total is negative.
 */
final class PayPalPayments {
  private static final Pattern UP =
      Pattern.compile(
          "https://[^/]+/v2/(?:payments/captures|checkout/orders)/([A-Za-z0-9-]{1,64})");

  private final Claims claims;

  PayPalPayments(Claims claims) {
    this.claims = claims;
  }

  /**
   * A capture.
   *
   * @param word the type of its event, or its status where it is read on its own
   */
  Translation capture(Instant said, ProviderObject capture, String word) {
    Money amount = Amounts.mainUnit(capture.at("amount", "value"), currency(capture));
    PaymentFact fact =
        switch (word.substring(word.lastIndexOf('.') + 1)) {
          case "COMPLETED", "REFUNDED", "PARTIALLY_REFUNDED" ->
              new Succeeded(amount, AmountSource.PAYMENT);
          case "PENDING" -> new Pending(amount);
          case "DENIED", "DECLINED", "FAILED" -> new Failed(amount, "capture_declined");
          default -> throw new MalformedEventException("bad_status");
        };
    return new Meaning(PayPalTranslator.PROVIDER, at(said, capture))
        .reference(ReferenceKind.CHARGE, capture.id())
        .reference(
            ReferenceKind.CHECKOUT,
            capture
                .at("supplementary_data", "related_ids")
                .reference("order_id")
                .or(() -> up(capture)))
        .fact(fact)
        .claim(claims.text(capture.text("custom_id")))
        .understood();
  }

  Translation refund(Instant said, ProviderObject refund) {
    String capture = up(refund).orElseThrow(() -> new MalformedEventException("no_capture"));
    RefundStatus status =
        switch (refund.word("status")) {
          case "COMPLETED", "" -> RefundStatus.SUCCEEDED;
          case "PENDING" -> RefundStatus.PENDING;
          case "FAILED", "CANCELLED" -> RefundStatus.FAILED;
          default -> throw new MalformedEventException("bad_refund_status");
        };
    Money amount = Amounts.magnitude(refund.at("amount", "value"), currency(refund));
    return new Meaning(PayPalTranslator.PROVIDER, at(said, refund))
        .reference(ReferenceKind.CHARGE, capture)
        .reference(ReferenceKind.REFUND, refund.id())
        .fact(new Refund(refund.id(), capture, amount, status))
        .understood();
  }

  /** What a subscription collects, in the words of the first API. */
  Translation sale(Instant said, ProviderObject sale, String word) {
    Money amount = Amounts.mainUnit(sale.at("amount", "total"), sale.at("amount", "currency"));
    PaymentFact fact =
        switch (word.substring(word.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT)) {
          case "COMPLETED", "REFUNDED", "PARTIALLY_REFUNDED", "REVERSED" ->
              new Succeeded(amount, AmountSource.PAYMENT);
          case "PENDING" -> new Pending(amount);
          case "DENIED" -> new Failed(amount, "sale_denied");
          default -> throw new MalformedEventException("bad_status");
        };
    Optional<String> agreement = sale.identifier("billing_agreement_id");
    Claim claim = claims.text(sale.text("custom"));
    Instant at = at(said, sale);
    Meaning meaning =
        new Meaning(PayPalTranslator.PROVIDER, at)
            .reference(ReferenceKind.CHARGE, sale.id())
            .fact(fact)
            .claim(claim)
            .paidUnder(agreement, claim);
    if (fact instanceof Failed) {
      agreement.ifPresent(id -> meaning.agreement(PayPalSubscriptions.pastDue(id)));
    }
    return meaning.understood();
  }

  Translation saleRefund(Instant said, ProviderObject refund) {
    String sale = refund.required("sale_id");
    RefundStatus status =
        switch (refund.word("state")) {
          case "completed", "" -> RefundStatus.SUCCEEDED;
          case "pending" -> RefundStatus.PENDING;
          case "failed", "cancelled" -> RefundStatus.FAILED;
          default -> throw new MalformedEventException("bad_refund_status");
        };
    Money amount = Amounts.magnitude(refund.at("amount", "total"), refund.at("amount", "currency"));
    return new Meaning(PayPalTranslator.PROVIDER, at(said, refund))
        .reference(ReferenceKind.CHARGE, sale)
        .reference(ReferenceKind.REFUND, refund.id())
        .fact(new Refund(refund.id(), sale, amount, status))
        .understood();
  }

  /** PayPal took a sale back: told by the sale, or by what undid it. */
  Translation saleReversed(Instant said, ProviderObject object) {
    if (object.has("sale_id")) {
      return saleRefund(said, object);
    }
    Money total = Amounts.magnitude(object.at("amount", "total"), object.at("amount", "currency"));
    return new Meaning(PayPalTranslator.PROVIDER, at(said, object))
        .reference(ReferenceKind.CHARGE, object.id())
        .fact(new RefundedTo(object.id(), total))
        .understood();
  }

  Translation dispute(Instant said, ProviderObject dispute, boolean resolved) {
    String id = dispute.required("dispute_id");
    Money amount =
        Amounts.mainUnit(
            dispute.at("dispute_amount", "value"), dispute.at("dispute_amount", "currency_code"));
    List<String> transactions =
        dispute
            .elements("disputed_transactions")
            .flatMap(transaction -> transaction.identifier("seller_transaction_id").stream())
            .distinct()
            .toList();
    if (transactions.isEmpty()) {
      throw new MalformedEventException("no_transaction");
    }
    // Several transactions of one dispute are several payments; they must not become one.
    Instant at = resolved ? at(said, dispute) : dispute.time("create_time").orElse(said);
    return new Meaning(PayPalTranslator.PROVIDER, at)
        .reference(ReferenceKind.CHARGE, transactions.getFirst())
        .fact(resolved ? outcome(id, amount, dispute) : new DisputeOpened(id, amount))
        .understood();
  }

  private static PaymentFact outcome(String id, Money amount, ProviderObject dispute) {
    return switch (dispute.at("dispute_outcome").word("outcome_code")) {
      case "RESOLVED_BUYER_FAVOUR", "RESOLVED_WITH_PAYOUT", "ACCEPTED" ->
          new DisputeLost(id, amount);
      case "RESOLVED_SELLER_FAVOUR", "CANCELED_BY_BUYER", "DENIED" -> new DisputeWon(id, amount);
      default -> throw new MalformedEventException("bad_dispute_outcome");
    };
  }

  private static ProviderObject currency(ProviderObject object) {
    return object.at("amount", "currency_code");
  }

  private static Optional<String> up(ProviderObject object) {
    return object
        .elements("links")
        .filter(link -> link.word("rel").equals("up"))
        .flatMap(link -> link.text("href").stream())
        .map(UP::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static Instant at(Instant said, ProviderObject object) {
    return object.time("update_time").or(() -> object.time("create_time")).orElse(said);
  }
}
