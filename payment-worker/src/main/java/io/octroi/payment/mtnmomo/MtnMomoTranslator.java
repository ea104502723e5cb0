package io.octroi.payment.mtnmomo;

import io.octroi.contracts.Money;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.payment.AmountSource;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Failed;
import io.octroi.payment.payment.PaymentFact.Pending;
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
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads MTN MoMo. A callback and the API's answer have one shape, but only the answer is believed.
 * Neither holds the X-Reference-Id or a time: both come with the webhook, as its ordering key and
 * as when it occurred.
 */
public final class MtnMomoTranslator implements Translator {
  private static final String PROVIDER = "mtn_momo";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern REASON = Pattern.compile("[A-Z0-9_]{1,64}");

  private final EventReader reader;
  private final Claims claims;

  public MtnMomoTranslator(TranslationProperties settings) {
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

  /** The name is in the callback's address: even one without a readable body is reason to ask. */
  @Override
  public Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
    return !webhook.trust().believable() && UUID.matcher(webhook.orderingKey()).matches()
        ? Optional.of(new Inquiry("payment", webhook.orderingKey(), webhook.occurredAt()))
        : Optional.empty();
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject request) {
    if (!UUID.matcher(webhook.orderingKey()).matches()) {
      throw new MalformedEventException("no_reference_id");
    }
    ShopReference shop = claims.shopReference(request.text("externalId"));
    return new Meaning(PROVIDER, webhook.occurredAt())
        .reference(ReferenceKind.PAYMENT, webhook.orderingKey())
        .reference(ReferenceKind.CHECKOUT, shop.order())
        .reference(ReferenceKind.CHARGE, request.identifier("financialTransactionId"))
        .fact(outcome(request))
        .claim(shop.claim().orElse(claims.msisdn(payer(request))))
        .understood();
  }

  private static PaymentFact outcome(ProviderObject request) {
    Money amount = Amounts.mainUnit(request.at("amount"), request.at("currency"));
    return switch (request.word("status")) {
      case "SUCCESSFUL" -> new Succeeded(amount, AmountSource.PAYMENT);
      case "FAILED" -> new Failed(amount, reason(request));
      case "PENDING" -> new Pending(amount);
      default -> throw new MalformedEventException("bad_status");
    };
  }

  private static Optional<String> payer(ProviderObject request) {
    return request
        .text("payer", "partyId")
        .filter(id -> request.text("payer", "partyIdType").filter("MSISDN"::equals).isPresent());
  }

  /** A text in callbacks, an object in answers. */
  private static String reason(ProviderObject request) {
    return request
        .text("reason")
        .or(() -> request.text("reason", "code"))
        .filter(reason -> REASON.matcher(reason).matches())
        .orElse("FAILED");
  }
}
