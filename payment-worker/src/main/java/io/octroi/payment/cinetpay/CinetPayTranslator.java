package io.octroi.payment.cinetpay;

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
import io.octroi.payment.translation.Times;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.StringNode;

/**
 * Reads CinetPay's payment checks. A notification says that something changed and never reliably
 * what; an answer does not say which transaction it is about, which the ordering key does.
 */
public final class CinetPayTranslator implements Translator {
  private static final String PROVIDER = "cinetpay";

  /** Abidjan's time, all year round. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EventReader reader;
  private final Claims claims;

  public CinetPayTranslator(TranslationProperties settings) {
    this.reader = new EventReader(settings);
    this.claims = new Claims(settings);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Translation translate(VerifiedWebhook webhook) {
    return webhook.eventType().startsWith(Inquiry.FETCHED)
        ? reader.translate(webhook, body -> meaning(webhook, body))
        : new Nothing("told_by_check");
  }

  /** A notification is asked about however well it is signed. */
  @Override
  public Optional<Inquiry> inquiry(VerifiedWebhook webhook) {
    if (webhook.eventType().startsWith(Inquiry.FETCHED) || reader.isTooLarge(webhook)) {
      return Optional.empty();
    }
    FormFields fields = FormFields.of(webhook.body());
    return fields
        .value("cpm_trans_id")
        .flatMap(ProviderObject::plain)
        .map(id -> new Inquiry("payment", id, claimedAt(webhook, fields)));
  }

  private static Instant claimedAt(VerifiedWebhook webhook, FormFields fields) {
    try {
      return fields
          .value("cpm_trans_date")
          .flatMap(date -> Times.written(StringNode.valueOf(date), TIME))
          .orElse(webhook.occurredAt());
    } catch (MalformedEventException e) {
      return webhook.occurredAt();
    }
  }

  private Translation meaning(VerifiedWebhook webhook, ProviderObject check) {
    ProviderObject data = check.at("data");
    String transaction =
        ProviderObject.plain(webhook.orderingKey())
            .orElseThrow(() -> new MalformedEventException("no_transaction"));
    ShopReference shop = claims.shopReference(data.text("metadata"));
    return new Meaning(
            PROVIDER,
            Times.written(data.at("payment_date").json(), TIME).orElse(webhook.occurredAt()))
        .reference(ReferenceKind.PAYMENT, transaction)
        .fact(outcome(check, data))
        .claim(
            shop.claim()
                .orElse(claims.metadata(data.at("metadata")))
                .orElse(claims.text(Optional.of(transaction))))
        .understood();
  }

  private static PaymentFact outcome(ProviderObject check, ProviderObject data) {
    String code = check.word("code");
    Optional<Money> amount = Amounts.optionalMainUnit(data.at("amount"), data.at("currency"));
    return switch (data.word("status")) {
      case "ACCEPTED" -> {
        if (!code.equals("00")) {
          throw new MalformedEventException("code_contradicts_status");
        }
        yield new Succeeded(
            amount.orElseThrow(() -> new MalformedEventException("bad_amount")),
            AmountSource.PAYMENT);
      }
      case "REFUSED" -> new Failed(amount.orElse(null), reason(code));
      case "PENDING", "WAITING_FOR_CUSTOMER" -> new Pending(amount.orElse(null));
      default ->
          switch (code) {
            case "600", "602", "627" -> new Failed(amount.orElse(null), reason(code));
            case "623", "662" -> new Pending(amount.orElse(null));
            default -> throw new MalformedEventException("bad_status");
          };
    };
  }

  private static String reason(String code) {
    return switch (code) {
      case "602" -> "insufficient_balance";
      case "627" -> "canceled_by_customer";
      default -> "refused";
    };
  }
}
