package io.octroi.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.messaging.WorkerListeners.ProcessorFactory;
import io.octroi.messaging.deadletter.DeadLetterConfiguration;
import io.octroi.messaging.deadletter.DeadLetterProperties;
import io.octroi.messaging.deadletter.Settlements;
import io.octroi.messaging.login.DatabaseLogin;
import io.octroi.messaging.migration.MigrationConfiguration;
import io.octroi.operations.OperationsDatabaseConfiguration;
import io.octroi.runtime.clock.ClockConfiguration;
import io.octroi.runtime.trace.TraceConfiguration;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a worker imports to consume and produce. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(MessagingProperties.class)
@Import({
  ClockConfiguration.class,
  TraceConfiguration.class,
  OperationsDatabaseConfiguration.class,
  DeadLetterConfiguration.class,
  MessagingBudgets.class,
  MigrationConfiguration.class,
  DatabaseLogin.class
})
public class MessagingConfiguration {

  @Bean
  Inbox inbox(JdbcTemplate jdbc, Clock clock) {
    return new Inbox(jdbc, clock);
  }

  @Bean
  InboxPruning inboxPruning(JdbcTemplate jdbc, Clock clock, MessagingProperties properties) {
    return new InboxPruning(jdbc, clock, properties.inbox());
  }

  @Bean
  Outbox outbox(JdbcTemplate jdbc, Clock clock, MessagingProperties properties, OutboxRelay relay) {
    return new Outbox(jdbc, clock, properties.outbox().lanes(), relay::wake);
  }

  @Bean
  OutboxRelay outboxRelay(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactionManager,
      MessagingProperties properties,
      MessageProducer producer,
      TraceContexts traces,
      MeterRegistry metrics) {
    MessagingProperties.OutboxSettings settings = properties.outbox();
    String owner = properties.source() + "#" + UUID.randomUUID();
    return new OutboxRelay(
        new LaneLeases(jdbc, owner, settings.lease()),
        new OutboxRows(jdbc, new TransactionTemplate(transactionManager)),
        new OutboxPublisher(producer.kafka(), traces, metrics),
        settings);
  }

  @Bean
  TraceContexts traceContexts(ObjectProvider<OpenTelemetry> openTelemetry) {
    return new TraceContexts(openTelemetry.getIfAvailable(OpenTelemetry::noop));
  }

  @Bean
  MessageProducer messageProducer(KafkaProperties kafka) {
    Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A send never gives up by itself: a row that the producer dropped would be overtaken by the
    // next one of its key.
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    return new MessageProducer(
        new DefaultKafkaProducerFactory<>(config, new StringSerializer(), new ByteArraySerializer())
            .createProducer());
  }

  @Bean
  ProcessorFactory processorFactory(
      PlatformTransactionManager transactionManager,
      DeadLetters deadLetters,
      Settlements settlements,
      TraceContexts traces,
      MeterRegistry metrics) {
    TransactionTemplate transactions = new TransactionTemplate(transactionManager);
    // Producers date their records by the machine's clock, whatever the worker's says.
    BatchMeters meters = new BatchMeters(metrics, Clock.systemUTC());
    return (group, handler) ->
        new BatchProcessor(group, handler, transactions, deadLetters, settlements, traces, meters);
  }

  @Bean
  DeadLetters deadLetters(MessageProducer producer, Clock clock, DeadLetterProperties settings) {
    return new DeadLetters(producer.kafka(), clock, settings.publishTimeout());
  }

  @Bean
  WorkerListeners workerListeners(
      KafkaProperties kafka, MessagingProperties properties, ProcessorFactory processors) {
    return new WorkerListeners(
        new HashMap<>(kafka.buildConsumerProperties()), properties.consumer(), processors);
  }

  @Bean
  ConsumerLag consumerLag(
      KafkaProperties kafka,
      MessagingProperties properties,
      WorkerListeners listeners,
      MeterRegistry metrics) {
    Map<String, Object> config = kafka.buildAdminProperties();
    return new ConsumerLag(
        () -> Admin.create(config),
        listeners::readings,
        properties.consumer().lagInterval(),
        Clock.systemUTC(),
        metrics);
  }

  @Bean
  DeadLetterConfiguration.Surroundings deadLetterSurroundings(
      KafkaProperties kafka,
      MessagingProperties properties,
      WorkerListeners listeners,
      MessageProducer producer,
      TraceContexts traces) {
    Map<String, Object> consumer = new HashMap<>(kafka.buildConsumerProperties());
    consumer.putAll(properties.consumer().membership());
    return new DeadLetterConfiguration.Surroundings(
        consumer,
        properties.consumer().commitAgainTimeout(),
        properties.source().replaceFirst("^/", "") + "-dead-letters",
        listeners::deadLetterTopics,
        listeners.patiently(),
        producer.kafka(),
        traces::redrive);
  }

  /** The one producer of a worker, for the outbox and the dead letters. */
  record MessageProducer(Producer<String, byte[]> kafka) implements AutoCloseable {
    @Override
    public void close() {
      kafka.close(Duration.ofSeconds(5));
    }
  }
}
