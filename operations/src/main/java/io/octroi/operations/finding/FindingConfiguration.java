package io.octroi.operations.finding;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps findings and shows them. */
@Configuration(proxyBeanMethods = false)
public class FindingConfiguration {

  @Bean
  Findings findings(JdbcTemplate jdbc, Clock clock) {
    return new Findings(jdbc, clock);
  }

  @Bean
  FindingRows findingRows(JdbcTemplate jdbc, Clock clock) {
    return new FindingRows(jdbc, clock);
  }

  @Bean
  FindingGauges findingGauges(FindingRows findings, Clock clock, MeterRegistry metrics) {
    return new FindingGauges(findings, clock, metrics);
  }

  @Bean
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  FindingController findingController(FindingRows findings) {
    return new FindingController(findings);
  }
}
