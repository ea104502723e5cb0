package io.octroi.payment.stripe;

import io.octroi.contracts.AgreementStatus;
import io.octroi.contracts.Money;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code invoice.*} and {@code invoice_payment.*}. Until 2025-03-31 an invoice named its
 * subscription, PaymentIntent and charge itself; since then they stand under {@code parent} and
 * {@code payments}, or come in an event of their own.
 */
final class InvoiceEvents {
  private final StripeClaims claims;

  InvoiceEvents(StripeClaims claims) {
    this.claims = claims;
  }

  /**
   * A paid invoice is a payment. One of nothing (a full discount, a trial) counts if it begins or
   * prolongs a subscription, since its period is granted; any other one of nothing is only noted.
   */
  Translation paid(StripeEvent event) {
    ProviderObject invoice = event.object("invoice");
    Money amount = StripeAmounts.money(invoice, "amount_paid");
    boolean period =
        switch (invoice.word("billing_reason")) {
          case "subscription_create", "subscription_cycle" -> true;
          default -> false;
        };
    Meaning meaning = named(event, invoice);
    if (period || !amount.isZero()) {
      meaning.fact(new Succeeded(amount, AmountSource.INVOICE));
    }
    return explained(meaning, invoice).understood();
  }

  Translation unpaid(StripeEvent event) {
    ProviderObject invoice = event.object("invoice");
    Money asked = StripeAmounts.money(invoice, "amount_due");
    Meaning meaning =
        named(event, invoice)
            .fact(
                event.type().equals("invoice.payment_failed")
                    ? new Failed(asked, "invoice_payment_failed")
                    : new Pending(asked));
    Optional<String> customer = invoice.reference("customer");
    agreement(invoice)
        .ifPresent(id ->
            meaning.agreement(
                new AgreementFact(
                    id,
                    AgreementFact.Source.COLLECTION,
                    AgreementStatus.PAST_DUE,
                    null,
                    null,
                    customer.orElse(null))));
    return explained(meaning, invoice).understood();
  }

  /** Which PaymentIntent or charge paid an invoice. */
  Translation link(StripeEvent event) {
    ProviderObject payment = event.object("invoice_payment");
    return event
        .meaning()
        .reference(ReferenceKind.INVOICE, payment.reference("invoice"))
        .reference(ReferenceKind.PAYMENT, payment.at("payment").reference("payment_intent"))
        .reference(ReferenceKind.CHARGE, payment.at("payment").reference("charge"))
        .understood();
  }

  private static Meaning named(StripeEvent event, ProviderObject invoice) {
    Meaning meaning =
        event
            .meaning()
            .reference(ReferenceKind.INVOICE, invoice.id())
            .reference(ReferenceKind.PAYMENT, invoice.reference("payment_intent"))
            .reference(ReferenceKind.CHARGE, invoice.reference("charge"));
    invoice
        .elements("payments")
        .map(element -> element.at("payment"))
        .forEach(payment ->
            meaning
                .reference(ReferenceKind.PAYMENT, payment.reference("payment_intent"))
                .reference(ReferenceKind.CHARGE, payment.reference("charge")));
    return meaning;
  }

  /**
   * Who pays for what. The subscription's metadata of that moment tells the plan of this very
   * invoice, but whose the subscription is was said best when it was made: its customer is a claim
   * about the subscription, not about the invoice.
   */
  private Meaning explained(Meaning meaning, ProviderObject invoice) {
    Claim own = claims.of(invoice);
    Claim subscription = claims.metadata(subscriptionMetadata(invoice));
    Claim price = claims.priced(invoice.elements("lines").flatMap(InvoiceEvents::prices));
    Optional<String> agreement = agreement(invoice);
    Claim inherited = agreement.isPresent() ? subscription.withoutCustomer() : subscription;
    Claim whole = own.orElse(subscription).orElse(price);
    return meaning
        .claim(own.orElse(inherited).orElse(price))
        .paidUnder(agreement, subscription.orElse(own).orElse(price))
        .paidBy(invoice.reference("customer"), whole);
  }

  private static Optional<String> agreement(ProviderObject invoice) {
    return invoice
        .reference("parent", "subscription_details", "subscription")
        .or(() -> invoice.reference("subscription"));
  }

  private static ProviderObject subscriptionMetadata(ProviderObject invoice) {
    return invoice.has("parent", "subscription_details", "metadata")
        ? invoice.at("parent", "subscription_details", "metadata")
        : invoice.at("subscription_details", "metadata");
  }

  private static Stream<Optional<String>> prices(ProviderObject line) {
    return Stream.of(
        line.reference("pricing", "price_details", "price"),
        line.reference("price"),
        line.reference("plan"),
        line.reference("pricing", "price_details", "product"),
        line.reference("price", "product"),
        line.reference("plan", "product"));
  }
}
