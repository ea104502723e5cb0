package io.octroi.notifier.linking;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.operations.finding.Findings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class LinkingConfiguration {
  @Bean
  Links links(JdbcTemplate jdbc) {
    return new Links(jdbc);
  }

  @Bean
  History history(JdbcTemplate jdbc) {
    return new History(jdbc);
  }

  @Bean
  StartTokens startTokens(JdbcTemplate jdbc) {
    return new StartTokens(jdbc);
  }

  @Bean
  Linking linking(
      Links links,
      StartTokens tokens,
      History history,
      Findings findings,
      LinkingProperties properties,
      MeterRegistry meters) {
    return new Linking(links, tokens, history, findings, properties, meters);
  }

  @Bean
  TokenPruning tokenPruning(StartTokens tokens, LinkingProperties properties, Clock clock) {
    return new TokenPruning(tokens, properties, clock);
  }
}
