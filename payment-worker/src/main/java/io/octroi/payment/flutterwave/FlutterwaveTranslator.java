package io.octroi.payment.flutterwave;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.payment.RefundStatus;
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
 * Reads Flutterwave. The third API calls the order {@code tx_ref} and a paid charge {@code
 * successful}, the fourth {@code reference} and {@code succeeded}. {@code charge.completed} tells
 * failures too: the status decides.
 */
public final class FlutterwaveTranslator implements Translator {
  private static final String PROVIDER = "flutterwave";

  private final TranslationProperties settings;
  private final EventReader reader;
  private final FlutterwaveCharges charges;
  private final FlutterwaveConsequences consequences;

  public FlutterwaveTranslator(TranslationProperties settings) {
    this.settings = settings;
    this.reader = new EventReader(settings);
    this.charges = new FlutterwaveCharges(PROVIDER, new Claims(settings));
    this.consequences = new FlutterwaveConsequences(PROVIDER);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Translation translate(VerifiedWebhook webhook) {
    return reader.translate(webhook, body -> meaning(webhook, body));
  }

  /** The third API's webhooks carry a password and no signature: each one is asked about. */
  @Override
  public Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
    return webhook.trust().believable()
        ? Optional.empty()
        : reader.inquire(webhook, event -> question(webhook, event));
  }

  private static Optional<Inquiry> question(VerifiedWebhook webhook, ProviderObject event) {
    String type = type(event);
    String kind =
        switch (type.split("\\.", 2)[0]) {
          case "charge" -> event.has("event") ? "transaction" : "charge";
          case "refund" -> "refund";
          case "chargeback" -> "chargeback";
          default -> "";
        };
    ProviderObject data = event.at("data");
    return kind.isEmpty()
        ? Optional.empty()
        : data.identifier("id").map(id -> new Inquiry(kind, id, at(webhook, data)));
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject body) {
    if (webhook.eventType().startsWith(Inquiry.FETCHED)) {
      ProviderObject data = body.at("data").isObject() ? body.at("data") : body;
      return switch (webhook.eventType().substring(Inquiry.FETCHED.length())) {
        case "transaction", "charge" -> charges.translate(at(webhook, data), data);
        case "refund" -> consequences.refund(at(webhook, data), data);
        case "chargeback" -> consequences.chargeback(at(webhook, data), data);
        default -> new Nothing("not_handled");
      };
    }
    String type = type(body);
    ProviderObject data = body.at("data");
    if (!settings.acceptTestMode() && data.word("environment").equals("test")) {
      return new Nothing("test_mode");
    }
    return switch (type) {
      case "" -> throw new MalformedEventException("no_type");
      case "charge.completed" -> charges.translate(at(webhook, data), data);
      case "charge.failed" -> charges.failed(at(webhook, data), data);
      case "refund.completed" ->
          consequences.refund(at(webhook, data), data, RefundStatus.SUCCEEDED);
      case "refund.failed" -> consequences.refund(at(webhook, data), data, RefundStatus.FAILED);
      case "chargeback.created" -> consequences.chargeback(at(webhook, data), data);
      case "subscription.cancelled" -> consequences.canceled(at(webhook, data), data);
      default -> new Nothing("not_handled");
    };
  }

  private static String type(ProviderObject event) {
    return event.text("event").orElse(event.word("type"));
  }

  private static Instant at(VerifiedWebhook webhook, ProviderObject data) {
    return data.time("created_datetime")
        .or(() -> data.time("created_at"))
        .or(() -> data.time("createdAt"))
        .orElse(webhook.occurredAt());
  }
}
