package io.octroi.contracts;

import io.cloudevents.CloudEvent;
import io.octroi.contracts.CloudEventRecords.Attributes;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads domain events: CloudEvents in binary mode with a JSON value. */
public final class EventCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private EventCodec() {}

  /** The topic an event belongs on. */
  public static String topicOf(DomainEvent event) {
    return switch (event) {
      case PaymentEvent e -> Topics.PAYMENTS;
      case SubscriptionEvent e -> Topics.SUBSCRIPTIONS;
    };
  }

  /** The event's JSON, UTF-8; its fields never change their meaning, new ones may be added. */
  public static byte[] toJson(DomainEvent event) {
    return JSON.writeValueAsBytes(event);
  }

  /**
   * @throws MalformedRecordException where the JSON does not fit the record
   */
  public static <E extends DomainEvent> E fromJson(byte[] json, Class<E> type) {
    try {
      E event = JSON.readValue(json, type);
      if (event == null) {
        throw new MalformedRecordException("the value is no " + type.getSimpleName());
      }
      return event;
    } catch (JacksonException e) {
      throw new MalformedRecordException("the value is no " + type.getSimpleName());
    }
  }

  public static ProducerRecord<String, byte[]> toRecord(EventEnvelope envelope) {
    DomainEvent event = envelope.event();
    Attributes attributes =
        Attributes.json(
            envelope.id().toString(),
            envelope.source(),
            EventTypes.nameOf(event.getClass()),
            event.occurredAt());
    return CloudEventRecords.write(topicOf(event), event.customerId(), attributes, toJson(event));
  }

  /**
   * @return the event, or empty for a type that this version does not know and may pass over
   * @throws MalformedRecordException for anything else that is not an event of ours
   */
  public static Optional<EventEnvelope> fromRecord(ConsumerRecord<String, byte[]> message) {
    CloudEvent event = CloudEventRecords.read(message);
    Optional<Class<? extends DomainEvent>> type = EventTypes.classOf(event.getType());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EventEnvelope(
            uuid(event.getId()),
            event.getSource().toString(),
            fromJson(CloudEventRecords.data(event), type.get())));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException("ce_id is no UUID");
    }
  }
}
