package io.octroi.vectors.gateway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Takes the place of the broker's client, the last step of a webhook's way: what is published is
 * acknowledged at once and kept here.
 */
final class RecordingProducers<K, V> extends DefaultKafkaProducerFactory<K, V> {
  private final List<MockProducer<K, V>> producers = new CopyOnWriteArrayList<>();
  private final Serializer<K> keys;
  private final Serializer<V> values;

  RecordingProducers(Serializer<K> keys, Serializer<V> values) {
    super(Map.of(), keys, values);
    this.keys = keys;
    this.values = values;
  }

  @Override
  protected Producer<K, V> createRawProducer(Map<String, Object> configuration) {
    MockProducer<K, V> producer = new MockProducer<>(true, null, keys, values);
    producers.add(producer);
    return producer;
  }

  /** What was published since the last time, as a consumer would get it. */
  List<ConsumerRecord<K, V>> drain() {
    List<ProducerRecord<K, V>> published =
        producers.stream().flatMap(producer -> producer.history().stream()).toList();
    producers.forEach(MockProducer::clear);
    return published.stream().map(RecordingProducers::consumed).toList();
  }

  private static <K, V> ConsumerRecord<K, V> consumed(ProducerRecord<K, V> published) {
    ConsumerRecord<K, V> message =
        new ConsumerRecord<>(published.topic(), 0, 0, published.key(), published.value());
    published.headers().forEach(message.headers()::add);
    return message;
  }
}
