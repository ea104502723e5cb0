package io.octroi.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One Kafka record as a worker sees it.
 *
 * @param message the record as it was polled
 * @param traceparent W3C trace context of the span that handles this record; empty where there is
 *     none
 */
public record Inbound(ConsumerRecord<String, byte[]> message, String traceparent) {

  public String topic() {
    return message.topic();
  }

  public int partition() {
    return message.partition();
  }

  public long offset() {
    return message.offset();
  }

  /** The record's key; empty where it has none. */
  public String key() {
    return message.key() == null ? "" : message.key();
  }

  /** Where it came from, for people: {@code payments.v1/3@42}. */
  public String position() {
    return topic() + "/" + partition() + "@" + offset();
  }
}
