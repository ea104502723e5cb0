package io.octroi.payment.paystack;

import io.octroi.contracts.AgreementStatus;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.Amounts;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subscriptions and their invoices. */
final class PaystackSubscriptions {
  private final Claims claims;

  PaystackSubscriptions(Claims claims) {
    this.claims = claims;
  }

  Translation created(Instant occurred, ProviderObject subscription) {
    return stated(
        subscription.time("created_at").orElse(occurred),
        subscription,
        AgreementStatus.ACTIVE,
        null);
  }

  /** It will not renew; what is paid for goes on. */
  Translation ending(Instant occurred, ProviderObject subscription) {
    return stated(
        subscription.time("cancelledAt").orElse(occurred),
        subscription,
        AgreementStatus.CANCEL_SCHEDULED,
        subscription.time("next_payment_date").orElse(null));
  }

  Translation ended(Instant occurred, ProviderObject subscription) {
    return stated(occurred, subscription, AgreementStatus.CANCELED, occurred);
  }

  /**
   * An invoice that was charged. Which transaction paid it is told here alone, and the charge
   * itself once more: without its name the payment is left to that.
   */
  Translation invoice(Instant occurred, ProviderObject invoice) {
    if (!invoice.isTrue("paid")) {
      return new Nothing("unpaid");
    }
    ProviderObject transaction = invoice.at("transaction");
    Optional<String> reference = transaction.identifier("reference");
    Meaning meaning = collected(invoice.time("paid_at").orElse(occurred), invoice);
    if (reference.isPresent()) {
      ProviderObject currency =
          transaction.has("currency") ? transaction.at("currency") : invoice.at("currency");
      ProviderObject amount =
          transaction.has("amount") ? transaction.at("amount") : invoice.at("amount");
      meaning
          .reference(ReferenceKind.INVOICE, invoice.required("invoice_code"))
          .reference(ReferenceKind.PAYMENT, reference)
          .fact(new Succeeded(Amounts.minorUnit(amount, currency), AmountSource.PAYMENT))
          .paidUnder(agreement(invoice), Claim.NONE);
    }
    return meaning.agreement(collection(invoice, AgreementStatus.ACTIVE)).understood();
  }

  Translation unpaid(Instant occurred, ProviderObject invoice) {
    return collected(invoice.time("created_at").orElse(occurred), invoice)
        .agreement(collection(invoice, AgreementStatus.PAST_DUE))
        .understood();
  }

  private static Meaning collected(Instant at, ProviderObject invoice) {
    if (agreement(invoice).isEmpty()) {
      throw new MalformedEventException("no_subscription");
    }
    return new Meaning(PaystackTranslator.PROVIDER, at);
  }

  private static AgreementFact collection(ProviderObject invoice, AgreementStatus status) {
    return new AgreementFact(
        agreement(invoice).orElseThrow(() -> new MalformedEventException("no_subscription")),
        AgreementFact.Source.COLLECTION,
        status,
        null,
        null,
        customer(invoice).orElse(null));
  }

  private static Optional<String> agreement(ProviderObject invoice) {
    return invoice.at("subscription").identifier("subscription_code");
  }

  private Translation stated(
      Instant at, ProviderObject subscription, AgreementStatus status, @Nullable Instant endsAt) {
    String code = subscription.required("subscription_code");
    Claim claim =
        claims
            .metadata(subscription.at("customer", "metadata"))
            .orElse(claims.priced(Stream.of(subscription.text("plan", "plan_code"))))
            .orElse(
                claims.reachedBy(
                    Stream.of(subscription.text("customer", "email")), Optional.empty()));
    Optional<String> customer = customer(subscription);
    return new Meaning(PaystackTranslator.PROVIDER, at)
        .agreement(Optional.of(code), claim)
        .customer(customer, claim)
        .agreement(
            new AgreementFact(
                code,
                AgreementFact.Source.AGREEMENT,
                status,
                endsAt,
                claim.planCode(),
                customer.orElse(null)))
        .understood();
  }

  private static Optional<String> customer(ProviderObject object) {
    return object.at("customer").identifier("customer_code");
  }
}
