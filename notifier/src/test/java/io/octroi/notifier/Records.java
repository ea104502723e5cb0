package io.octroi.notifier;

import static org.awaitility.Awaitility.await;

import io.octroi.testing.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records on the real broker, and whether the notifier is done with them. */
final class Records {
  private static final String GROUP = "notifier";
  private static final Map<String, Object> BROKER =
      Map.of("bootstrap.servers", TestInfrastructure.kafkaBootstrapServers());

  private Records() {}

  /**
   * Publishes records of one key, at once, and waits until the notifier has taken them in, or put
   * them aside.
   */
  static void publish(List<ProducerRecord<String, byte[]>> messages) {
    try (Producer<String, byte[]> producer =
            new KafkaProducer<>(BROKER, new StringSerializer(), new ByteArraySerializer());
        Admin admin = Admin.create(BROKER)) {
      List<Future<RecordMetadata>> sendings = messages.stream().map(producer::send).toList();
      RecordMetadata sent = sendings.getLast().get(30, TimeUnit.SECONDS);
      TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> committed(admin, partition) > sent.offset());
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new IllegalStateException("a record could not be published", e);
    }
  }

  private static long committed(Admin admin, TopicPartition partition) throws Exception {
    OffsetAndMetadata next =
        admin
            .listConsumerGroupOffsets(GROUP)
            .partitionsToOffsetAndMetadata()
            .get(30, TimeUnit.SECONDS)
            .get(partition);
    return next == null ? 0 : next.offset();
  }
}
