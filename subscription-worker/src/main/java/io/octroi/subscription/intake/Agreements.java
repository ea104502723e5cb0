package io.octroi.subscription.intake;

import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.messaging.batch.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Recurring agreements as last heard of; the newest version wins. No access depends on them. */
@Component
final class Agreements {
  private static final String UPSERT =
      """
      insert into agreements
        (provider, agreement, version, customer_id, plan_code, status, ends_at, updated_at)
      select n.*
        from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[])
          as n (provider, agreement, version, customer_id, plan_code, status, ends_at, at)
       order by n.provider, n.agreement
      on conflict (provider, agreement) do update
         set version = excluded.version,
             customer_id = excluded.customer_id,
             plan_code = excluded.plan_code,
             status = excluded.status,
             ends_at = excluded.ends_at,
             updated_at = excluded.updated_at
       where agreements.version < excluded.version
      """;

  private final JdbcTemplate jdbc;

  Agreements(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void upsert(Collection<AgreementUpdated> updates, Instant now) {
    if (updates.isEmpty()) {
      return;
    }
    jdbc.update(
        UPSERT,
        Columns.of(newest(updates))
            .text(AgreementUpdated::provider)
            .text(AgreementUpdated::agreement)
            .longs(AgreementUpdated::version)
            .text(AgreementUpdated::customerId)
            .text(AgreementUpdated::planCode)
            .text(update -> update.status().wireName())
            .instants(AgreementUpdated::endsAt)
            .instants(update -> now)
            .arguments());
  }

  private static Collection<AgreementUpdated> newest(Collection<AgreementUpdated> updates) {
    Map<List<String>, AgreementUpdated> byAgreement = new HashMap<>();
    for (AgreementUpdated update : updates) {
      byAgreement.merge(
          List.of(update.provider(), update.agreement()),
          update,
          (one, other) -> other.version() > one.version() ? other : one);
    }
    return byAgreement.values();
  }
}
