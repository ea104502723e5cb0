package io.octroi.messaging.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps, shows and republishes what the worker put aside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadLetterProperties.class)
public class DeadLetterConfiguration {

  /**
   * What the rest of the worker gives.
   *
   * @param commitAgainTimeout as the worker's other consumers have it
   * @param group of the consumer that reads the dead-letter topics
   * @param topics the dead-letter topics, once all listeners are known
   * @param trace begins a trace linked to the one given and returns its traceparent
   */
  public record Surroundings(
      Map<String, Object> consumerConfig,
      Duration commitAgainTimeout,
      String group,
      Supplier<List<String>> topics,
      CommonErrorHandler errors,
      Producer<String, byte[]> producer,
      UnaryOperator<String> trace) {}

  @Bean
  Settlements deadLetterSettlements(JdbcTemplate jdbc, Clock clock) {
    return new Settlements(jdbc, clock);
  }

  @Bean
  DeadLetterTable deadLetterTable(JdbcTemplate jdbc, Clock clock) {
    return new DeadLetterTable(jdbc, clock);
  }

  @Bean
  DeadLetterListener deadLetterListener(
      Surroundings surroundings,
      JdbcTemplate jdbc,
      Clock clock,
      PlatformTransactionManager transactions,
      DeadLetterProperties settings) {
    return new DeadLetterListener(
        surroundings.consumerConfig(),
        surroundings.commitAgainTimeout(),
        surroundings.topics(),
        surroundings.group(),
        new DeadLetterIntake(
            new Arrivals(jdbc, clock, settings.maxRounds()), new TransactionTemplate(transactions)),
        surroundings.errors());
  }

  @Bean
  Redrive redrive(
      Surroundings surroundings, DeadLetterTable letters, DeadLetterProperties settings) {
    return new Redrive(letters, surroundings.producer(), settings, surroundings.trace());
  }

  @Bean
  DeadLetterUpkeep deadLetterUpkeep(DeadLetterTable letters, DeadLetterProperties settings) {
    return new DeadLetterUpkeep(letters, settings);
  }

  @Bean
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  DeadLetterController deadLetterController(DeadLetterTable letters, Redrive redrive) {
    return new DeadLetterController(letters, redrive);
  }

  @Bean
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  BulkRedriveController bulkRedriveController(
      DeadLetterTable letters, Redrive redrive, DeadLetterProperties settings) {
    return new BulkRedriveController(letters, redrive, settings);
  }
}
