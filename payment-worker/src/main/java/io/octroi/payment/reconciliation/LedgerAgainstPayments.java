package io.octroi.payment.reconciliation;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.operations.reconciliation.Check;
import io.octroi.operations.reconciliation.Discrepancies;
import io.octroi.payment.ledger.LedgerKey;
import io.octroi.payment.ledger.StoredWebhook;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Understood;
import io.octroi.payment.translation.Translation.Unreadable;
import io.octroi.payment.translation.Translators;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every believable webhook that says something about a payment is evidence of one. Reads what each
 * says anew, so that what a translator has learned to read since is noticed too.
 */
final class LedgerAgainstPayments implements Check {
  static final String WITHOUT_EFFECT = "webhook_without_effect";

  private static final String REMEDY =
      "octroi rebuild shows what it says; octroi rebuild --apply enters it.";
  private static final String AFTER =
      """
      select * from ledger
       where position > ? and trust in ('signed', 'fetched')
       order by position limit ?
      """;
  private static final String WITH_EFFECT =
      """
      select f.endpoint, f.event_id
        from unnest(?::text[], ?::text[]) as w (endpoint, event_id)
        join payment_facts f on f.endpoint = w.endpoint and f.event_id = w.event_id
      """;

  private final JdbcTemplate jdbc;
  private final Translators translators;
  private final int batchSize;

  LedgerAgainstPayments(JdbcTemplate jdbc, Translators translators, int batchSize) {
    this.jdbc = jdbc;
    this.translators = translators;
    this.batchSize = batchSize;
  }

  @Override
  public String name() {
    return "ledger_against_payments";
  }

  @Override
  public Set<String> conditions() {
    return Set.of(WITHOUT_EFFECT);
  }

  @Override
  public long run(Discrepancies discrepancies) {
    long lookedAt = 0;
    List<StoredWebhook> page = after(0);
    while (!page.isEmpty()) {
      lookedAt += page.size();
      compare(page, discrepancies);
      page = after(page.getLast().position());
    }
    return lookedAt;
  }

  private List<StoredWebhook> after(long position) {
    return jdbc.query(AFTER, StoredWebhook::read, position, batchSize);
  }

  private void compare(List<StoredWebhook> page, Discrepancies discrepancies) {
    List<StoredWebhook> telling = page.stream().filter(this::tellsOfPayment).toList();
    Set<LedgerKey> withEffect = withEffect(telling);
    for (StoredWebhook stored : telling) {
      VerifiedWebhook webhook = stored.webhook();
      if (!withEffect.contains(key(stored))) {
        discrepancies.add(
            WITHOUT_EFFECT,
            webhook.endpoint() + "/" + webhook.eventId(),
            Map.of(
                "provider", webhook.provider(),
                "event_type", webhook.eventType(),
                "outcome", stored.outcome(),
                "recorded_at", stored.recordedAt().toString()),
            REMEDY);
      }
    }
  }

  private boolean tellsOfPayment(StoredWebhook stored) {
    return translators
        .of(stored.webhook().provider())
        .map(translator ->
            switch (translator.translate(stored.webhook())) {
              case Understood said -> !said.references().isEmpty() && !said.facts().isEmpty();
              case Nothing _, Unreadable _ -> false;
            })
        .orElse(false);
  }

  private Set<LedgerKey> withEffect(List<StoredWebhook> webhooks) {
    Set<LedgerKey> found = new HashSet<>();
    jdbc.query(
        WITH_EFFECT,
        row -> {
          found.add(new LedgerKey(row.getString(1), row.getString(2)));
        },
        webhooks.stream().map(w -> w.webhook().endpoint()).toArray(String[]::new),
        webhooks.stream().map(w -> w.webhook().eventId()).toArray(String[]::new));
    return found;
  }

  private static LedgerKey key(StoredWebhook stored) {
    return new LedgerKey(stored.webhook().endpoint(), stored.webhook().eventId());
  }
}
