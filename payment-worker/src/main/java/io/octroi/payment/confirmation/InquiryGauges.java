package io.octroi.payment.confirmation;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.payment.telemetry.PaymentMetric;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows how long claims wait for an answer, and how inquiries ended. */
final class InquiryGauges {
  private static final String OLDEST =
      """
      select extract(epoch from ?::timestamptz - min(first_asked))
        from inquiries where state = 'open' and provider = ?
      """;
  private static final String COUNT =
      "select count(*) from (select 1 from inquiries where state = ? limit 10000) as some";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  InquiryGauges(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void register(MeterRegistry metrics, Collection<String> providers) {
    for (String provider : providers) {
      PaymentMetric.OLDEST_INQUIRY.show(metrics, () -> oldest(provider), provider);
    }
    for (InquiryState state : InquiryState.values()) {
      PaymentMetric.INQUIRIES.show(metrics, () -> count(state), state.storedName());
    }
  }

  private double oldest(String provider) {
    Double age = jdbc.queryForObject(OLDEST, Double.class, clock.instant().toString(), provider);
    return age == null ? 0 : age;
  }

  private double count(InquiryState state) {
    Long count = jdbc.queryForObject(COUNT, Long.class, state.storedName());
    return count == null ? 0 : count;
  }
}
