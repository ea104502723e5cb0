package io.octroi.payment.paypal;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.EventReader;
import io.octroi.payment.translation.Inquiry;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads PayPal. Its signature covers the body by a checksum only, so that webhooks are weak: the
 * event itself is read again from the API. Objects read on their own mean what their events do.
 */
public final class PayPalTranslator implements Translator {
  static final String PROVIDER = "paypal";

  private final TranslationProperties settings;
  private final EventReader reader;
  private final PayPalPayments payments;
  private final PayPalSubscriptions subscriptions;

  public PayPalTranslator(TranslationProperties settings) {
    Claims claims = new Claims(settings);
    this.settings = settings;
    this.reader = new EventReader(settings);
    this.payments = new PayPalPayments(claims);
    this.subscriptions = new PayPalSubscriptions(claims);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Translation translate(VerifiedWebhook webhook) {
    return reader.translate(webhook, body -> meaning(webhook, body));
  }

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
                            "event", id, event.time("create_time").orElse(webhook.occurredAt()))));
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject body) {
    boolean event = body.has("event_type");
    ProviderObject resource = event ? body.at("resource") : body;
    if (!resource.isObject()) {
      throw new MalformedEventException("no_resource");
    }
    if (!settings.acceptTestMode() && isSandbox(body)) {
      return new Nothing("test_mode");
    }
    Instant said =
        event ? body.time("create_time").orElse(webhook.occurredAt()) : webhook.occurredAt();
    return event
        ? told(said, body.word("event_type"), resource)
        : fetched(said, webhook.eventType(), resource);
  }

  private Translation told(Instant said, String type, ProviderObject resource) {
    return switch (type) {
      case "" -> throw new MalformedEventException("no_type");
      case "PAYMENT.CAPTURE.COMPLETED",
          "PAYMENT.CAPTURE.PENDING",
          "PAYMENT.CAPTURE.DENIED",
          "PAYMENT.CAPTURE.DECLINED" ->
          payments.capture(said, resource, type);
      case "PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED" ->
          payments.refund(said, resource);
      case "PAYMENT.SALE.COMPLETED", "PAYMENT.SALE.PENDING", "PAYMENT.SALE.DENIED" ->
          payments.sale(said, resource, type);
      case "PAYMENT.SALE.REFUNDED" -> payments.saleRefund(said, resource);
      case "PAYMENT.SALE.REVERSED" -> payments.saleReversed(said, resource);
      case "CUSTOMER.DISPUTE.CREATED" -> payments.dispute(said, resource, false);
      case "CUSTOMER.DISPUTE.RESOLVED" -> payments.dispute(said, resource, true);
      case "BILLING.SUBSCRIPTION.CREATED",
          "BILLING.SUBSCRIPTION.UPDATED",
          "BILLING.SUBSCRIPTION.ACTIVATED",
          "BILLING.SUBSCRIPTION.RE-ACTIVATED",
          "BILLING.SUBSCRIPTION.CANCELLED",
          "BILLING.SUBSCRIPTION.EXPIRED",
          "BILLING.SUBSCRIPTION.SUSPENDED",
          "BILLING.SUBSCRIPTION.PAYMENT.FAILED" ->
          subscriptions.told(said, resource, type);
      default -> new Nothing("not_handled");
    };
  }

  private Translation fetched(Instant said, String type, ProviderObject object) {
    return switch (type) {
      case "fetched.capture" -> payments.capture(said, object, object.word("status"));
      case "fetched.refund" ->
          object.has("sale_id") ? payments.saleRefund(said, object) : payments.refund(said, object);
      case "fetched.sale" -> payments.sale(said, object, object.word("state"));
      case "fetched.dispute" ->
          payments.dispute(said, object, object.word("status").equals("RESOLVED"));
      case "fetched.subscription" -> subscriptions.fetched(said, object);
      default -> new Nothing("not_handled");
    };
  }

  private static boolean isSandbox(ProviderObject body) {
    return body.elements("links")
        .flatMap(link -> link.text("href").stream())
        .anyMatch(href -> href.contains("//api.sandbox.") || href.contains("//api-m.sandbox."));
  }
}
