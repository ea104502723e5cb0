package io.octroi.payment.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.octroi.payment.telemetry.PaymentMetric;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Shows how much waits for a person. Counts up to {@value #MOST}: beyond that it is simply much.
 */
@Component
class Backlog implements MeterBinder {
  private static final int MOST = 10_000;
  private static final String UNASSIGNED =
      """
      select count(*) from (
        select 1 from payments
         where paid_at is not null and merged_into is null
           and (customer_id is null or plan_code is null)
         limit ?) as waiting
      """;
  private static final String UNMATCHED =
      "select count(*) from (select 1 from ledger where outcome = 'unmatched' limit ?) as waiting";

  private final JdbcTemplate jdbc;

  Backlog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, PaymentMetric.UNASSIGNED, UNASSIGNED);
    gauge(registry, PaymentMetric.UNMATCHED, UNMATCHED);
  }

  private void gauge(MeterRegistry registry, PaymentMetric metric, String query) {
    metric.show(registry, () -> count(jdbc, query));
  }

  private static double count(JdbcTemplate jdbc, String query) {
    Long waiting = jdbc.queryForObject(query, Long.class, MOST);
    return waiting == null ? 0 : waiting;
  }
}
