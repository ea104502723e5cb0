package io.octroi.payment.hyperpay;

import io.octroi.contracts.AgreementStatus;
import io.octroi.contracts.Money;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Authorised;
import io.octroi.payment.payment.PaymentFact.DisputeOpened;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Refund;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.RefundStatus;
import io.octroi.payment.translation.Amounts;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.ShopReference;
import io.octroi.payment.translation.Times;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Transactions of all payment types, and the runs of schedules. */
final class HyperPayPayments {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]xx", Locale.ROOT);

  private final Claims claims;

  HyperPayPayments(Claims claims) {
    this.claims = claims;
  }

  static Instant at(VerifiedWebhook webhook, ProviderObject payload) {
    return Times.written(payload.at("timestamp").json(), STAMP).orElse(webhook.occurredAt());
  }

  Translation payment(Instant at, ProviderObject payload, ResultClass result, String code) {
    String type = payload.word("paymentType");
    if (type.equals("CB") || result == ResultClass.CHARGEBACK) {
      return referring(at, payload)
          .reference(ReferenceKind.DISPUTE, payload.id())
          .fact(new DisputeOpened(payload.id(), amount(payload)))
          .understood();
    }
    return switch (type) {
      case "DB", "CP", "PA" -> own(at, payload, outcome(payload, type, result, code));
      case "RF", "RV" ->
          referring(at, payload)
              .reference(ReferenceKind.REFUND, payload.id())
              .fact(
                  new Refund(
                      payload.id(),
                      payload.reference("referencedId").orElse(""),
                      amount(payload),
                      refundStatus(result)))
              .understood();
      default -> new Nothing("not_handled");
    };
  }

  /** A run of a schedule collects under the registration that the payer once made. */
  Translation scheduled(Instant at, ProviderObject payload, ResultClass result, String code) {
    String registration = payload.required("registrationId");
    Meaning meaning =
        new Meaning(HyperPayTranslator.PROVIDER, at)
            .reference(ReferenceKind.CHARGE, payload.id())
            .fact(outcome(payload, "DB", result, code))
            .paidUnder(Optional.of(registration), claim(payload));
    Optional<AgreementStatus> status =
        switch (result) {
          case SUCCESS -> Optional.of(AgreementStatus.ACTIVE);
          case REJECTED -> Optional.of(AgreementStatus.PAST_DUE);
          case CHARGEBACK, COMMUNICATION_ERROR, MANUAL_REVIEW, PENDING, PENDING_DELAYED ->
              Optional.empty();
        };
    status.ifPresent(s ->
        meaning.agreement(
            new AgreementFact(registration, AgreementFact.Source.COLLECTION, s, null, null, null)));
    return meaning.understood();
  }

  private Translation own(Instant at, ProviderObject payload, PaymentFact fact) {
    Claim claim = claim(payload);
    return referring(at, payload)
        .fact(fact)
        .claim(claim)
        .paidUnder(payload.identifier("registrationId"), claim)
        .understood();
  }

  /** Refunds, captures and chargebacks have ids of their own and name what they follow from. */
  private Meaning referring(Instant at, ProviderObject payload) {
    return new Meaning(HyperPayTranslator.PROVIDER, at)
        .reference(ReferenceKind.CHARGE, payload.id())
        .reference(ReferenceKind.CHARGE, payload.reference("referencedId"))
        .reference(ReferenceKind.CHECKOUT, payload.plainText("ndc"))
        .reference(ReferenceKind.PAYMENT, shop(payload).order());
  }

  private ShopReference shop(ProviderObject payload) {
    return claims.shopReference(payload.text("merchantTransactionId"));
  }

  private Claim claim(ProviderObject payload) {
    return claims
        .metadata(payload.at("customParameters"))
        .orElse(shop(payload).claim())
        .orElse(claims.reachedBy(Stream.of(payload.text("customer", "email")), Optional.empty()))
        .orElse(claims.calledAt(Stream.of(payload.text("customer", "mobile"))));
  }

  private static PaymentFact outcome(
      ProviderObject payload, String type, ResultClass result, String code) {
    Money amount = amount(payload);
    return switch (result) {
      case SUCCESS ->
          type.equals("PA") ? new Authorised(amount) : new Succeeded(amount, AmountSource.PAYMENT);
      // Taken, but suspected: a person looks at it and the decision comes as a result of its own.
      case MANUAL_REVIEW -> new Pending(amount);
      case PENDING, PENDING_DELAYED, COMMUNICATION_ERROR -> new Pending(amount);
      case REJECTED -> ResultClass.isOpen(code) ? new Pending(amount) : new Failed(amount, code);
      case CHARGEBACK -> new DisputeOpened(payload.id(), amount);
    };
  }

  private static RefundStatus refundStatus(ResultClass result) {
    return switch (result) {
      case SUCCESS -> RefundStatus.SUCCEEDED;
      case REJECTED -> RefundStatus.FAILED;
      case CHARGEBACK, COMMUNICATION_ERROR, MANUAL_REVIEW, PENDING, PENDING_DELAYED ->
          RefundStatus.PENDING;
    };
  }

  /** A schedule's run says only what was presented to the payer. */
  private static Money amount(ProviderObject payload) {
    return payload.has("amount")
        ? Amounts.mainUnit(payload.at("amount"), payload.at("currency"))
        : Amounts.mainUnit(payload.at("presentationAmount"), payload.at("presentationCurrency"));
  }
}
