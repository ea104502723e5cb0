package io.octroi.payment.intake;

import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.payment.confirmation.Asked;
import io.octroi.payment.confirmation.Inquiries;
import io.octroi.payment.ledger.Entry;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.ledger.Recorded;
import io.octroi.payment.secretuse.SecretUses;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Understood;
import io.octroi.payment.translation.Translation.Unreadable;
import io.octroi.payment.translation.Translators;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Takes verified webhooks in: reads them, keeps them in the ledger, and enters what the new ones
 * say. The ledger's key makes redelivered records harmless.
 */
final class WebhookIntake implements BatchHandler {
  private final Translators translators;
  private final Ledger ledger;
  private final Bookkeeping bookkeeping;
  private final Inquiries inquiries;
  private final SecretUses secrets;
  private final Tally tally;

  WebhookIntake(
      Translators translators,
      Ledger ledger,
      Bookkeeping bookkeeping,
      Inquiries inquiries,
      SecretUses secrets,
      Tally tally) {
    this.translators = translators;
    this.ledger = ledger;
    this.bookkeeping = bookkeeping;
    this.inquiries = inquiries;
    this.secrets = secrets;
    this.tally = tally;
  }

  @Override
  public void handle(List<Inbound> batch) {
    List<Entry> entries = new ArrayList<>();
    IdentityHashMap<Entry, Reading> readings = new IdentityHashMap<>();
    for (Inbound inbound : batch) {
      Reading reading = Reading.of(inbound, translators);
      entries.add(reading.entry());
      readings.put(reading.entry(), reading);
    }
    Recorded recorded = ledger.record(entries);
    secrets.note(recorded);
    List<Mention> mentions = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (Entry entry : recorded.fresh()) {
      Reading reading = readings.get(entry);
      if (reading != null) {
        mention(reading, mentions);
        reading
            .inquiry()
            .ifPresent(i -> asked.add(new Asked(entry.webhook(), i, entry.source().traceparent())));
      }
    }
    inquiries.open(asked);
    tally.afterCommit(recorded, bookkeeping.enter(mentions));
  }

  private static void mention(Reading reading, List<Mention> mentions) {
    switch (reading.meaning()) {
      case Understood understood -> mentions.add(Mention.of(reading, understood));
      case Nothing _, Unreadable _ -> {}
    }
  }
}
