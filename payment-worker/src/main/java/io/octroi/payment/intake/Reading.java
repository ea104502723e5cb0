package io.octroi.payment.intake;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.messaging.Inbound;
import io.octroi.payment.ledger.Entry;
import io.octroi.payment.ledger.Outcome;
import io.octroi.payment.ledger.Sha256;
import io.octroi.payment.translation.Inquiry;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Understood;
import io.octroi.payment.translation.Translation.Unreadable;
import io.octroi.payment.translation.Translator;
import io.octroi.payment.translation.Translators;
import java.util.Optional;

/** A record that was polled, as a row of the ledger and with what it means. */
record Reading(Entry entry, Translation meaning, Optional<Inquiry> inquiry) {

  /**
   * @throws io.octroi.contracts.MalformedRecordException for a record that no gateway writes
   */
  static Reading of(Inbound inbound, Translators translators) {
    VerifiedWebhook webhook = WebhookCodec.fromRecord(inbound.message());
    Entry.Source source =
        new Entry.Source(
            inbound.topic(), inbound.partition(), inbound.offset(), inbound.traceparent());
    return of(webhook, source, translators);
  }

  /** A webhook that was read before from {@code source}. */
  static Reading of(VerifiedWebhook webhook, Entry.Source source, Translators translators) {
    Sha256 hash = Sha256.of(webhook.body());
    return translators
        .of(webhook.provider())
        .map(translator ->
            webhook.trust().believable()
                ? read(webhook, hash, source, translator.translate(webhook))
                : doubt(webhook, hash, source, translator))
        .orElseGet(() -> ignored(webhook, hash, source, Outcome.NO_TRANSLATOR, "unknown_provider"));
  }

  /** Nothing is entered on its word; at most the provider is asked. */
  private static Reading doubt(
      VerifiedWebhook webhook, Sha256 hash, Entry.Source source, Translator translator) {
    Optional<Inquiry> inquiry = translator.inquiry(webhook);
    if (inquiry.isPresent()) {
      return new Reading(
          new Entry(webhook, hash, source, Outcome.AWAITING_CONFIRMATION, ""),
          new Nothing("awaiting_confirmation"),
          inquiry);
    }
    return switch (translator.translate(webhook)) {
      case Unreadable(String reason) -> ignored(webhook, hash, source, Outcome.UNREADABLE, reason);
      case Nothing(String reason) -> ignored(webhook, hash, source, Outcome.IGNORED, reason);
      case Understood _ -> ignored(webhook, hash, source, Outcome.IGNORED, "not_believable");
    };
  }

  private static Reading read(
      VerifiedWebhook webhook, Sha256 hash, Entry.Source source, Translation meaning) {
    return switch (meaning) {
      case Understood understood ->
          new Reading(
              new Entry(webhook, hash, source, Outcome.APPLIED, ""), understood, Optional.empty());
      case Nothing nothing -> ignored(webhook, hash, source, Outcome.IGNORED, nothing.reason());
      case Unreadable unreadable ->
          new Reading(
              new Entry(webhook, hash, source, Outcome.UNREADABLE, unreadable.reason()),
              unreadable,
              Optional.empty());
    };
  }

  private static Reading ignored(
      VerifiedWebhook webhook, Sha256 hash, Entry.Source source, Outcome outcome, String reason) {
    return new Reading(
        new Entry(webhook, hash, source, outcome, reason), new Nothing(reason), Optional.empty());
  }
}
