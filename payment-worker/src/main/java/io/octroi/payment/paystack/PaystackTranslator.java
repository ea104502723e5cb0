package io.octroi.payment.paystack;

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

/** Reads Paystack. Amounts are in the minor unit. There is no webhook for a failed charge. */
public final class PaystackTranslator implements Translator {
  static final String PROVIDER = "paystack";

  private final TranslationProperties settings;
  private final EventReader reader;
  private final PaystackPayments payments;
  private final PaystackSubscriptions subscriptions;

  public PaystackTranslator(TranslationProperties settings) {
    Claims claims = new Claims(settings);
    this.settings = settings;
    this.reader = new EventReader(settings);
    this.payments = new PaystackPayments(claims);
    this.subscriptions = new PaystackSubscriptions(claims);
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
                    .at("data")
                    .identifier("reference")
                    .or(() -> event.at("data").identifier("transaction_reference"))
                    .or(() -> event.at("data", "transaction").identifier("reference"))
                    .map(id -> new Inquiry("transaction", id, webhook.occurredAt())));
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject body) {
    boolean fetched = webhook.eventType().startsWith(Inquiry.FETCHED);
    ProviderObject data =
        fetched && !(body.at("data").isObject() && body.has("message")) ? body : body.at("data");
    if (!settings.acceptTestMode() && data.word("domain").equals("test")) {
      return new Nothing("test_mode");
    }
    Instant occurred = webhook.occurredAt();
    return switch (fetched ? webhook.eventType() : body.word("event")) {
      case "" -> throw new MalformedEventException("no_type");
      case "charge.success", "fetched.transaction" -> payments.transaction(occurred, data);
      case "refund.pending", "refund.processing", "refund.processed", "refund.failed" ->
          payments.refund(occurred, data);
      case "fetched.refund" -> payments.refund(occurred, data);
      case "charge.dispute.create", "charge.dispute.resolve", "fetched.dispute" ->
          payments.dispute(occurred, data);
      case "subscription.create" -> subscriptions.created(occurred, data);
      case "subscription.not_renew" -> subscriptions.ending(occurred, data);
      case "subscription.disable" -> subscriptions.ended(occurred, data);
      case "invoice.update" -> subscriptions.invoice(occurred, data);
      case "invoice.payment_failed" -> subscriptions.unpaid(occurred, data);
      default -> new Nothing("not_handled");
    };
  }
}
