package io.octroi.payment.intake;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.ledger.Entry;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.translation.Translation.Understood;
import io.octroi.payment.translation.Translators;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Takes webhooks of a ledger in again, as when they came, and tells nobody. */
public final class Replay {
  private final Translators translators;
  private final Ledger ledger;
  private final Bookkeeping bookkeeping;

  /** Writes into the schema that these stores write into. */
  public Replay(
      Translators translators,
      Ledger ledger,
      Payments payments,
      Identities identities,
      Agreements agreements) {
    this.translators = translators;
    this.ledger = ledger;
    this.bookkeeping = new Bookkeeping(ledger, payments, identities, agreements, told -> {});
  }

  /** Takes a batch in, in the caller's transaction. */
  public void enter(List<Kept> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    IdentityHashMap<Entry, Reading> readings = new IdentityHashMap<>();
    for (Kept kept : batch) {
      Reading reading = Reading.of(kept.webhook(), kept.source(), translators);
      entries.add(reading.entry());
      readings.put(reading.entry(), reading);
    }
    List<Mention> mentions = new ArrayList<>();
    for (Entry entry : ledger.record(entries).fresh()) {
      Reading reading = readings.get(entry);
      if (reading != null && reading.meaning() instanceof Understood understood) {
        mentions.add(Mention.of(reading, understood));
      }
    }
    bookkeeping.enter(mentions);
  }

  /** A webhook as a ledger has it. */
  public record Kept(VerifiedWebhook webhook, Entry.Source source) {}
}
