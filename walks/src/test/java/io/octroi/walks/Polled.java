package io.octroi.walks;

import io.octroi.messaging.Inbound;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What readers get of records that were sent. */
public final class Polled {
  private Polled() {}

  /** The record as it is polled, in no trace. */
  public static Inbound of(ProducerRecord<String, byte[]> sent, long offset) {
    ConsumerRecord<String, byte[]> polled =
        new ConsumerRecord<>(sent.topic(), 0, offset, sent.key(), sent.value());
    sent.headers().forEach(polled.headers()::add);
    return new Inbound(polled, "");
  }
}
