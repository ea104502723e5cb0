package io.octroi.payment.reconciliation;

import io.octroi.operations.reconciliation.Check;
import io.octroi.operations.reconciliation.Discrepancies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every payment that came to something rests on a webhook, an order or an operator's decision. */
final class PaymentsAgainstLedger implements Check {
  static final String WITHOUT_WEBHOOK = "payment_without_webhook";

  private static final String REMEDY =
      "Nothing in the ledger tells of it: octroi rebuild names it, octroi rebuild --apply takes it"
          + " away; if the provider knows it, let what was missed be fetched first.";
  private static final String AFTER =
      """
      select p.id, p.provider, p.status, p.status <> 'pending' and not exists (
               select 1 from payment_facts f
                where f.payment_id = p.id
                  and (f.endpoint = 'operator' or f.event_id like 'order:%'
                       or exists (select 1 from ledger l
                                   where l.endpoint = f.endpoint and l.event_id = f.event_id)))
             as unexplained
        from payments p
       where p.id > ? and p.merged_into is null
       order by p.id limit ?
      """;

  private final JdbcTemplate jdbc;
  private final int batchSize;

  PaymentsAgainstLedger(JdbcTemplate jdbc, int batchSize) {
    this.jdbc = jdbc;
    this.batchSize = batchSize;
  }

  @Override
  public String name() {
    return "payments_against_ledger";
  }

  @Override
  public Set<String> conditions() {
    return Set.of(WITHOUT_WEBHOOK);
  }

  @Override
  public long run(Discrepancies discrepancies) {
    long lookedAt = 0;
    List<Row> page = after(new UUID(0, 0));
    while (!page.isEmpty()) {
      lookedAt += page.size();
      page.stream()
          .filter(Row::unexplained)
          .forEach(row ->
              discrepancies.add(
                  WITHOUT_WEBHOOK,
                  row.id().toString(),
                  Map.of("provider", row.provider(), "status", row.status()),
                  REMEDY));
      page = after(page.getLast().id());
    }
    return lookedAt;
  }

  private List<Row> after(UUID id) {
    return jdbc.query(
        AFTER,
        (row, number) ->
            new Row(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("status"),
                row.getBoolean("unexplained")),
        id,
        batchSize);
  }

  private record Row(UUID id, String provider, String status, boolean unexplained) {}
}
