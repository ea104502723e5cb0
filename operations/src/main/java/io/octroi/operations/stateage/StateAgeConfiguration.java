package io.octroi.operations.stateage;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.operations.finding.Findings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the states that have a {@link StateBudget}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StateAgeProperties.class)
public class StateAgeConfiguration {

  @Bean
  StateAges stateAges(
      ObjectProvider<StateBudget> budgets,
      Findings findings,
      Clock clock,
      StateAgeProperties settings,
      MeterRegistry metrics) {
    return new StateAges(budgets.orderedStream().toList(), findings, clock, settings, metrics);
  }
}
