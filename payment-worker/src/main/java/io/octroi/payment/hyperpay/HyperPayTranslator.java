package io.octroi.payment.hyperpay;

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
 * Reads HyperPay. A notification's payload is the very object that its API answers. The
 * notification is encrypted and with that authentic, but may tell an outcome that is still open:
 * then the API is asked all the same.
 */
public final class HyperPayTranslator implements Translator {
  static final String PROVIDER = "hyperpay";

  private final TranslationProperties settings;
  private final EventReader reader;
  private final HyperPayPayments payments;

  public HyperPayTranslator(TranslationProperties settings) {
    this.settings = settings;
    this.reader = new EventReader(settings);
    this.payments = new HyperPayPayments(new Claims(settings));
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
    return webhook.eventType().startsWith(Inquiry.FETCHED)
        ? Optional.empty()
        : reader.inquire(webhook, event -> question(webhook, event));
  }

  private static Optional<Inquiry> question(VerifiedWebhook webhook, ProviderObject event) {
    ProviderObject payload = event.at("payload");
    boolean open =
        event.word("type").equals("PAYMENT")
            && (!webhook.trust().believable()
                || ResultClass.isOpen(payload.at("result").word("code")));
    return open
        ? payload
            .reference("id")
            .map(id -> new Inquiry("payment", id, HyperPayPayments.at(webhook, payload)))
        : Optional.empty();
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject body) {
    boolean fetched = webhook.eventType().startsWith(Inquiry.FETCHED);
    ProviderObject payload = fetched ? body : body.at("payload");
    String type = fetched ? "PAYMENT" : body.word("type");
    return switch (type) {
      case "" -> throw new MalformedEventException("no_type");
      case "PAYMENT", "SCHEDULE" ->
          !payload.isObject() ? new Nothing("no_payload") : meaning(webhook, type, payload);
      default -> new Nothing("not_handled");
    };
  }

  private Translation meaning(VerifiedWebhook webhook, String type, ProviderObject payload) {
    String code = payload.at("result").word("code");
    ResultClass result = ResultClass.of(code);
    if (!settings.acceptTestMode() && ResultClass.isTestMode(code)) {
      return new Nothing("test_mode");
    }
    Instant at = HyperPayPayments.at(webhook, payload);
    return type.equals("SCHEDULE")
        ? payments.scheduled(at, payload, result, code)
        : payments.payment(at, payload, result, code);
  }
}
