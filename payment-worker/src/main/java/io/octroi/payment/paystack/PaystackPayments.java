package io.octroi.payment.paystack;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Transactions, refunds and disputes. A refund's webhook and its entry in the list share no id, so
 * a refund is named by its transaction and amount: two equal parts of one transaction count once.
 */
final class PaystackPayments {
  private final Claims claims;

  PaystackPayments(Claims claims) {
    this.claims = claims;
  }

  Translation transaction(Instant occurred, ProviderObject transaction) {
    String reference = transaction.required("reference");
    Claim claim = claim(transaction);
    Meaning meaning =
        new Meaning(
                PaystackTranslator.PROVIDER,
                transaction
                    .time("paid_at")
                    .or(() -> transaction.time("created_at"))
                    .orElse(occurred))
            .reference(ReferenceKind.PAYMENT, reference)
            .reference(ReferenceKind.CHARGE, transaction.identifier("id"));
    Money amount = Amounts.minorUnit(transaction.at("amount"), transaction.at("currency"));
    switch (transaction.word("status")) {
      case "success" -> meaning.fact(new Succeeded(amount, AmountSource.PAYMENT));
      case "reversed" ->
          meaning
              .fact(new Succeeded(amount, AmountSource.PAYMENT))
              .fact(new RefundedTo(reference, amount));
      case "failed" -> meaning.fact(new Failed(amount, "charge_failed"));
      case "abandoned" -> meaning.fact(new Failed(amount, "abandoned"));
      case "ongoing", "pending", "processing", "queued" -> meaning.fact(new Pending(amount));
      default -> throw new MalformedEventException("bad_status");
    }
    return meaning
        .claim(claim)
        .paidBy(transaction.at("customer").reference("customer_code"), claim)
        .understood();
  }

  Translation refund(Instant occurred, ProviderObject refund) {
    String transaction = refund.required("transaction_reference");
    Money amount = Amounts.minorUnit(refund.at("amount"), refund.at("currency"));
    RefundStatus status =
        switch (refund.word("status")) {
          case "processed" -> RefundStatus.SUCCEEDED;
          case "failed" -> RefundStatus.FAILED;
          case "pending", "processing", "needs-attention" -> RefundStatus.PENDING;
          default -> throw new MalformedEventException("bad_refund_status");
        };
    String name = transaction + "/" + amount.minorUnits();
    return new Meaning(PaystackTranslator.PROVIDER, refund.time("refunded_at").orElse(occurred))
        .reference(ReferenceKind.PAYMENT, transaction)
        .fact(new Refund(name, transaction, amount, status))
        .understood();
  }

  Translation dispute(Instant occurred, ProviderObject dispute) {
    ProviderObject transaction = dispute.at("transaction");
    String id = "dispute:" + dispute.required("id");
    ProviderObject currency =
        dispute.has("currency") ? dispute.at("currency") : transaction.at("currency");
    Money amount =
        Amounts.minorUnit(
            dispute.has("refund_amount") ? dispute.at("refund_amount") : transaction.at("amount"),
            currency);
    boolean closed = dispute.word("status").equals("resolved");
    return new Meaning(
            PaystackTranslator.PROVIDER,
            dispute
                .time(closed ? "resolvedAt" : "created_at")
                .or(() -> dispute.time(closed ? "resolved_at" : "createdAt"))
                .orElse(occurred))
        .reference(ReferenceKind.DISPUTE, id)
        .reference(
            ReferenceKind.PAYMENT,
            transaction
                .identifier("reference")
                .or(() -> dispute.identifier("transaction_reference"))
                .orElseThrow(() -> new MalformedEventException("no_transaction")))
        .reference(ReferenceKind.CHARGE, transaction.identifier("id"))
        .fact(closed ? resolved(id, amount, dispute) : new DisputeOpened(id, amount))
        .understood();
  }

  /** We accept, and the payer gets the money; or we decline, and the bank let us keep it. */
  private static PaymentFact resolved(String id, Money amount, ProviderObject dispute) {
    return switch (dispute.word("resolution")) {
      case "merchant-accepted", "auto-accepted" -> new DisputeLost(id, amount);
      case "declined" -> new DisputeWon(id, amount);
      default -> throw new MalformedEventException("bad_dispute_resolution");
    };
  }

  private Claim claim(ProviderObject transaction) {
    ProviderObject customer = transaction.at("customer");
    return claims
        .metadata(transaction.at("metadata"))
        .orElse(claims.text(transaction.text("reference")))
        .orElse(claims.metadata(customer.at("metadata")))
        .orElse(claims.priced(Stream.of(transaction.at("plan").text("plan_code"))))
        .orElse(claims.reachedBy(Stream.of(customer.text("email")), Optional.empty()))
        .orElse(claims.calledAt(Stream.of(customer.text("phone"))));
  }
}
