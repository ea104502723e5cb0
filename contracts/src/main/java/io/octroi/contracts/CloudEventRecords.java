package io.octroi.contracts;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary content mode: attributes in {@code ce_} headers. */
final class CloudEventRecords {
  private static final String JSON = "application/json";
  private static final String NO_CLOUD_EVENT = "not a CloudEvent in binary mode";

  private CloudEventRecords() {}

  static ProducerRecord<String, byte[]> write(
      String topic, String key, Attributes attributes, byte[] data) {
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withId(attributes.id())
            .withSource(URI.create(attributes.source()))
            .withType(attributes.type())
            .withTime(OffsetDateTime.ofInstant(attributes.time(), ZoneOffset.UTC))
            .withData(attributes.contentType(), data);
    attributes.extensions().forEach(builder::withExtension);
    return KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(builder.build());
  }

  static CloudEvent read(ConsumerRecord<String, byte[]> message) {
    for (Header header : message.headers()) {
      if (header.value() == null && isCloudEvents(header.key())) {
        throw new MalformedRecordException(NO_CLOUD_EVENT);
      }
    }
    try {
      return KafkaMessageFactory.createReader(message).toEvent();
    } catch (CloudEventRWException
        | IllegalArgumentException
        | IllegalStateException // an attribute is missing
        | DateTimeException e) {
      throw new MalformedRecordException(NO_CLOUD_EVENT);
    }
  }

  /** The value as it is; the CloudEvents library takes an empty one for none. */
  static byte[] data(ConsumerRecord<String, byte[]> message) {
    byte @Nullable [] value = message.value();
    if (value == null) {
      throw new MalformedRecordException("the record has no value");
    }
    return value;
  }

  static Instant time(CloudEvent event) {
    @Nullable OffsetDateTime time = event.getTime();
    if (time == null) {
      throw new MalformedRecordException("ce_time is missing");
    }
    return time.toInstant();
  }

  static String extension(CloudEvent event, String name) {
    return optionalExtension(event, name)
        .orElseThrow(() -> new MalformedRecordException("ce_" + name + " is missing"));
  }

  static Optional<String> optionalExtension(CloudEvent event, String name) {
    return Optional.ofNullable(event.getExtension(name)).map(Object::toString);
  }

  private static boolean isCloudEvents(String header) {
    return header.startsWith("ce_") || header.equals("content-type");
  }

  /** The attributes of one record; extension names are lower-case letters and digits only. */
  record Attributes(
      String id,
      String source,
      String type,
      Instant time,
      String contentType,
      Map<String, String> extensions) {

    static Attributes json(String id, String source, String type, Instant time) {
      return new Attributes(id, source, type, time, JSON, Map.of());
    }

    Attributes with(String name, String value) {
      Map<String, String> more = new TreeMap<>(extensions);
      more.put(name, value);
      return new Attributes(id, source, type, time, contentType, more);
    }
  }
}
