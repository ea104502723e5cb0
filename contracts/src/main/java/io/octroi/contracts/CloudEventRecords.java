package io.octroi.contracts;

import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventContextWriter;
import io.cloudevents.rw.CloudEventRWException;
import io.cloudevents.rw.CloudEventWriter;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
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

  /**
   * Reads the attributes.
   *
   * @throws MalformedRecordException where the record is no CloudEvent in binary mode
   */
  static Received read(ConsumerRecord<String, byte[]> message) {
    for (Header header : message.headers()) {
      if (header.value() == null && isCloudEvents(header.key())) {
        throw new MalformedRecordException(NO_CLOUD_EVENT);
      }
    }
    try {
      return KafkaMessageFactory.createReader(message).read(_ -> new AttributeReader());
    } catch (CloudEventRWException
        | IllegalArgumentException
        | IllegalStateException // not in binary mode
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

  /** The attributes of a record that arrived, each as its text. */
  static final class Received {
    private final Map<String, String> attributes;
    private final @Nullable Instant time;

    private Received(Map<String, String> attributes) {
      this.attributes = attributes;
      String text = attributes.get("time");
      this.time = text == null ? null : Rfc3339.parse(text);
      var _ = URI.create(source());
    }

    String id() {
      return required("id");
    }

    String source() {
      return required("source");
    }

    String type() {
      return required("type");
    }

    Instant time() {
      if (time == null) {
        throw new MalformedRecordException("ce_time is missing");
      }
      return time;
    }

    /** An attribute that must be there, by its name without {@code ce_}. */
    String required(String name) {
      return optional(name)
          .orElseThrow(() -> new MalformedRecordException("ce_" + name + " is missing"));
    }

    /** An attribute by its name without {@code ce_}. */
    Optional<String> optional(String name) {
      return Optional.ofNullable(attributes.get(name));
    }
  }

  /**
   * Takes the texts that the library finds. Its own event would parse and copy each of them, for a
   * reader that asks for three (docs/performance.md).
   */
  private static final class AttributeReader implements CloudEventWriter<Received> {
    private final Map<String, String> attributes = HashMap.newHashMap(16);

    @Override
    public CloudEventContextWriter withContextAttribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    @Override
    public Received end(CloudEventData data) {
      return end();
    }

    @Override
    public Received end() {
      return new Received(attributes);
    }
  }
}
