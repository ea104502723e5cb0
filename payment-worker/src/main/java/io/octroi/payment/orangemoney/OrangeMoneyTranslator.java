package io.octroi.payment.orangemoney;

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
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads Orange Money's Web Payment. The state of an order says no amount: Orange confirms the one
 * it is asked about. What was asked therefore stands beside the answer, as {@code {"asked":
 * {"amount", "currency", …}, "answer": {…}}}. Without it a success is unreadable.
 */
public final class OrangeMoneyTranslator implements Translator {
  private static final String PROVIDER = "orange_money";

  private final EventReader reader;
  private final Claims claims;

  public OrangeMoneyTranslator(TranslationProperties settings) {
    this.reader = new EventReader(settings);
    this.claims = new Claims(settings);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Translation translate(VerifiedWebhook webhook) {
    return reader.translate(
        webhook,
        body ->
            webhook.eventType().startsWith(Inquiry.FETCHED)
                ? meaning(webhook, body)
                : new Nothing("told_by_order"));
  }

  /** The order is in the notification's address; its body knows only a token. */
  @Override
  public Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
    return webhook.trust().believable()
        ? Optional.empty()
        : ProviderObject.plain(webhook.orderingKey())
            .map(order -> new Inquiry("order", order, webhook.occurredAt()));
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject body) {
    ProviderObject answer = body.has("answer") ? body.at("answer") : body;
    String order = answer.required("order_id");
    if (!order.equals(webhook.orderingKey())) {
      throw new MalformedEventException("other_order");
    }
    ShopReference shop = claims.shopReference(Optional.of(order));
    return new Meaning(PROVIDER, webhook.occurredAt())
        .reference(ReferenceKind.PAYMENT, order)
        .reference(ReferenceKind.CHARGE, answer.identifier("txnid"))
        .fact(outcome(answer, asked(body)))
        .claim(shop.claim())
        .understood();
  }

  private static @Nullable Money asked(ProviderObject body) {
    return Amounts.optionalMainUnit(body.at("asked", "amount"), body.at("asked", "currency"))
        .orElse(null);
  }

  private static PaymentFact outcome(ProviderObject answer, @Nullable Money asked) {
    return switch (answer.word("status")) {
      case "SUCCESS" -> {
        if (asked == null) {
          throw new MalformedEventException("no_amount");
        }
        yield new Succeeded(asked, AmountSource.PAYMENT);
      }
      case "FAILED" -> new Failed(asked, "failed");
      case "EXPIRED" -> new Failed(asked, "expired");
      case "INITIATED", "PENDING" -> new Pending(asked);
      default -> throw new MalformedEventException("bad_status");
    };
  }
}
