package io.octroi.payment.stripe;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.EventReader;
import io.octroi.payment.translation.Inquiry;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Unreadable;
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads Stripe's snapshot events. The fields it needs have the same names in all API versions, or
 * are looked for under all of their names; the version of an event is therefore never asked.
 */
public final class StripeTranslator implements Translator {
  static final String PROVIDER = "stripe";

  private final TranslationProperties settings;
  private final EventReader reader;
  private final CheckoutEvents checkouts;
  private final PaymentIntentEvents paymentIntents;
  private final ChargeEvents charges;
  private final DisputeEvents disputes;
  private final InvoiceEvents invoices;
  private final SubscriptionEvents subscriptions;

  public StripeTranslator(TranslationProperties settings) {
    StripeClaims claims = new StripeClaims(new Claims(settings));
    this.settings = settings;
    this.reader = new EventReader(settings);
    this.checkouts = new CheckoutEvents(claims);
    this.paymentIntents = new PaymentIntentEvents(claims);
    this.charges = new ChargeEvents(claims);
    this.disputes = new DisputeEvents();
    this.invoices = new InvoiceEvents(claims);
    this.subscriptions = new SubscriptionEvents(claims);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Translation translate(VerifiedWebhook webhook) {
    return reader.translate(webhook, this::translate);
  }

  /** An event that cannot be believed is read again from the API. */
  @Override
  public Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
    return webhook.trust().believable()
        ? Optional.empty()
        : reader.inquire(
            webhook,
            event ->
                event
                    .reference("id")
                    .map(id ->
                        new Inquiry(
                            "event", id, event.instant("created").orElse(webhook.occurredAt()))));
  }

  private Translation translate(ProviderObject envelope) {
    if (envelope.word("object").equals("v2.core.event")) {
      return new Nothing("thin_event");
    }
    if (!envelope.word("object").equals("event")) {
      return new Unreadable("no_event");
    }
    JsonNode object = envelope.at("data", "object").json();
    if (!object.isObject()) {
      return new Unreadable("no_object");
    }
    if (!settings.acceptTestMode() && !envelope.isTrue("livemode")) {
      return new Nothing("test_mode");
    }
    return meaning(
        new StripeEvent(
            envelope.text("type").orElseThrow(() -> new MalformedEventException("no_type")),
            envelope.instant("created").orElseThrow(() -> new MalformedEventException("no_time")),
            new ProviderObject(object)));
  }

  private Translation meaning(StripeEvent event) {
    return switch (event.type()) {
      case "checkout.session.completed",
          "checkout.session.async_payment_succeeded",
          "checkout.session.async_payment_failed",
          "checkout.session.expired" ->
          checkouts.translate(event);
      case "payment_intent.succeeded",
          "payment_intent.processing",
          "payment_intent.amount_capturable_updated",
          "payment_intent.payment_failed",
          "payment_intent.canceled" ->
          paymentIntents.translate(event);
      case "charge.succeeded", "charge.captured", "charge.failed" -> charges.charge(event);
      case "charge.refunded" -> charges.refunded(event);
      case "refund.created", "refund.updated", "refund.failed" -> charges.refund(event);
      case "charge.dispute.created",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated",
          "charge.dispute.closed" ->
          disputes.translate(event);
      case "invoice.paid" -> invoices.paid(event);
      case "invoice.payment_failed", "invoice.payment_action_required" -> invoices.unpaid(event);
      case "invoice_payment.paid" -> invoices.link(event);
      case "customer.subscription.created",
          "customer.subscription.updated",
          "customer.subscription.paused",
          "customer.subscription.resumed",
          "customer.subscription.deleted" ->
          subscriptions.translate(event);
      case "charge.refund.updated", "invoice.payment_succeeded" -> new Nothing("told_by_twin");
      default -> new Nothing("not_handled");
    };
  }
}
