package io.octroi.contracts;

import io.octroi.contracts.CloudEventRecords.Attributes;
import io.octroi.contracts.CloudEventRecords.Received;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads domain events: CloudEvents in binary mode with a JSON value. */
public final class EventCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // A number is a number and a text is a text: 49.99 never becomes 49.
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfigDefaults(EventCodec::failOnOtherShapes)
          .addModule(Rfc3339.module())
          .build();

  private EventCodec() {}

  /** The topic an event belongs on. */
  public static String topicOf(DomainEvent event) {
    return switch (event) {
      case PaymentEvent e -> Topics.PAYMENTS;
      case SubscriptionEvent e -> Topics.SUBSCRIPTIONS;
      case WatermarkEvent e -> Topics.WATERMARKS;
    };
  }

  /** The event's JSON, UTF-8; its fields never change their meaning, new ones may be added. */
  public static byte[] toJson(DomainEvent event) {
    return JSON.writeValueAsBytes(event);
  }

  /**
   * @throws MalformedRecordException where the JSON does not fit the record, or lacks a component
   *     that is not {@code @Nullable}
   */
  public static <E extends DomainEvent> E fromJson(byte[] json, Class<E> type) {
    try {
      E event = JSON.readValue(json, type);
      if (event == null || !RequiredComponents.arePresentIn(event)) {
        throw new MalformedRecordException("the value is no " + type.getSimpleName());
      }
      return event;
    } catch (JacksonException e) {
      throw new MalformedRecordException("the value is no " + type.getSimpleName());
    }
  }

  public static ProducerRecord<String, byte[]> toRecord(EventEnvelope envelope) {
    DomainEvent event = envelope.event();
    return toRecord(
        topicOf(event),
        event.key(),
        new Stored(
            envelope.id(),
            envelope.source(),
            EventTypes.nameOf(event.getClass()),
            event.occurredAt(),
            toJson(event)));
  }

  /** The same record from the parts that an outbox keeps. */
  public static ProducerRecord<String, byte[]> toRecord(String topic, String key, Stored event) {
    Attributes attributes =
        Attributes.json(event.id().toString(), event.source(), event.type(), event.occurredAt());
    return CloudEventRecords.write(topic, key, attributes, event.json());
  }

  /**
   * @return the event, or empty for a type that this version does not know and may pass over
   * @throws MalformedRecordException for anything else that is not an event of ours
   */
  public static Optional<EventEnvelope> fromRecord(ConsumerRecord<String, byte[]> message) {
    Received event = CloudEventRecords.read(message);
    Optional<Class<? extends DomainEvent>> type = EventTypes.classOf(event.type());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EventEnvelope(
            uuid(event.id()),
            event.source(),
            fromJson(CloudEventRecords.data(message), type.get())));
  }

  /**
   * An event between its commit and its way to the broker.
   *
   * @param type its {@code ce_type}
   * @param json as {@link #toJson} wrote it
   */
  @SuppressWarnings("ArrayRecordComponent") // published as it is; compared nowhere
  public record Stored(UUID id, String source, String type, Instant occurredAt, byte[] json) {}

  private static void failOnOtherShapes(MutableCoercionConfig config) {
    for (CoercionInputShape shape : CoercionInputShape.values()) {
      config.setCoercion(shape, CoercionAction.Fail);
    }
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException("ce_id is no UUID");
    }
  }
}
