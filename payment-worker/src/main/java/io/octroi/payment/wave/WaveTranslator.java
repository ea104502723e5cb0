package io.octroi.payment.wave;

import io.octroi.contracts.Money;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Canceled;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
import io.octroi.payment.payment.PaymentFact.RefundedTo;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.translation.Amounts;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.EventReader;
import io.octroi.payment.translation.Inquiry;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.ShopReference;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads Wave. Amounts are texts in the main unit. An attempt that failed is not the end of a
 * session: it stays payable until it expires.
 */
public final class WaveTranslator implements Translator {
  private static final String PROVIDER = "wave";

  private final EventReader reader;
  private final Claims claims;

  public WaveTranslator(TranslationProperties settings) {
    this.reader = new EventReader(settings);
    this.claims = new Claims(settings);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Translation translate(VerifiedWebhook webhook) {
    return reader.translate(webhook, body -> meaning(webhook, body));
  }

  /** In its weaker mode Wave sends a shared secret instead of a signature. */
  @Override
  public Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
    return webhook.trust().believable()
        ? Optional.empty()
        : reader.inquire(webhook, event -> question(webhook, event));
  }

  private static Optional<Inquiry> question(VerifiedWebhook webhook, ProviderObject event) {
    return event.word("type").startsWith("checkout.session.")
        ? event
            .at("data")
            .reference("id")
            .map(id -> new Inquiry("session", id, at(webhook, event.at("data"))))
        : Optional.empty();
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject body) {
    if (webhook.eventType().startsWith(Inquiry.FETCHED)) {
      return body.has("transaction_type") || !body.has("checkout_status")
          ? line(webhook, body)
          : session(webhook, body);
    }
    ProviderObject data = body.at("data");
    return switch (body.word("type")) {
      case "" -> throw new MalformedEventException("no_type");
      case "checkout.session.completed" -> session(webhook, data);
      case "checkout.session.payment_failed" -> new Nothing("attempt_failed");
      case "merchant.payment_received", "b2b.payment_received" ->
          direct(webhook, data, new Succeeded(amount(data), AmountSource.CHECKOUT));
      case "b2b.payment_failed" -> direct(webhook, data, new Failed(amount(data), "b2b_failed"));
      default -> new Nothing("not_handled");
    };
  }

  private Translation session(VerifiedWebhook webhook, ProviderObject session) {
    ShopReference shop = claims.shopReference(session.text("client_reference"));
    return new Meaning(PROVIDER, at(webhook, session))
        .reference(ReferenceKind.CHECKOUT, session.id())
        .reference(ReferenceKind.CHARGE, session.reference("transaction_id"))
        .reference(ReferenceKind.PAYMENT, shop.order())
        .fact(outcome(session))
        .claim(shop.claim())
        .understood();
  }

  private static PaymentFact outcome(ProviderObject session) {
    Money amount = amount(session);
    return switch (session.word("payment_status")) {
      case "succeeded" -> new Succeeded(amount, AmountSource.CHECKOUT);
      case "processing", "cancelled" ->
          session.word("checkout_status").equals("expired")
              ? new Canceled(amount, "checkout_expired")
              : new Pending(amount);
      default -> throw new MalformedEventException("bad_payment_status");
    };
  }

  /** A payment without a session of ours. */
  private Translation direct(VerifiedWebhook webhook, ProviderObject data, PaymentFact fact) {
    ShopReference shop = claims.shopReference(data.text("client_reference"));
    return new Meaning(PROVIDER, at(webhook, data))
        .reference(ReferenceKind.CHARGE, data.id())
        .reference(ReferenceKind.PAYMENT, shop.order())
        .fact(fact)
        .claim(
            claims
                .metadata(data.at("custom_fields"))
                .orElse(shop.claim())
                .orElse(claims.msisdn(data.text("sender_mobile"))))
        .understood();
  }

  /** A line of the account; a reversal has the name of the transaction that it takes back. */
  private Translation line(VerifiedWebhook webhook, ProviderObject line) {
    String transaction = line.required("transaction_id");
    ShopReference shop = claims.shopReference(line.text("client_reference"));
    Meaning meaning =
        new Meaning(PROVIDER, line.time("timestamp").orElse(webhook.occurredAt()))
            .reference(ReferenceKind.CHARGE, transaction)
            .reference(ReferenceKind.CHECKOUT, line.reference("checkout_api_session_id"))
            .reference(ReferenceKind.PAYMENT, shop.order());
    if (line.isTrue("is_reversal")) {
      Money total = Amounts.magnitude(line.at("amount"), line.at("currency"));
      return meaning.fact(new RefundedTo(transaction, total)).understood();
    }
    return switch (line.word("transaction_type")) {
      case "merchant_payment", "b2b_payment", "api_checkout" ->
          meaning
              .fact(new Succeeded(amount(line), AmountSource.CHECKOUT))
              .claim(claims.metadata(line.at("custom_fields")).orElse(shop.claim()))
              .understood();
      default -> new Nothing("not_handled");
    };
  }

  private static Money amount(ProviderObject object) {
    if (!object.at("amount").json().isString()) {
      throw new MalformedEventException("bad_amount");
    }
    return Amounts.mainUnit(object.at("amount"), object.at("currency"));
  }

  private static Instant at(VerifiedWebhook webhook, ProviderObject object) {
    return object
        .time("when_completed")
        .or(() -> object.time("when_created"))
        .orElse(webhook.occurredAt());
  }
}
