package io.octroi.contracts;

import io.cloudevents.CloudEvent;
import io.octroi.contracts.CloudEventRecords.Attributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes and reads the records of {@link Topics#WEBHOOKS}. The value is the body, untouched. */
public final class WebhookCodec {
  private static final String ENDPOINT = "endpoint";
  private static final String PROVIDER = "provider";
  private static final String RECEIVED_AT = "receivedat";
  private static final String SECRET_VERSION = "secretversion";
  private static final String TRUST = "trust";

  private WebhookCodec() {}

  public static ProducerRecord<String, byte[]> toRecord(VerifiedWebhook webhook) {
    Attributes attributes =
        new Attributes(
            webhook.eventId(),
            "/webhooks/" + webhook.endpoint(),
            webhook.provider() + "." + webhook.eventType(),
            webhook.occurredAt(),
            "application/octet-stream",
            Map.of(
                ENDPOINT, webhook.endpoint(),
                PROVIDER, webhook.provider(),
                RECEIVED_AT, webhook.receivedAt().toString(),
                SECRET_VERSION, webhook.secretVersion(),
                TRUST, webhook.trust().wireName()));
    return CloudEventRecords.write(
        Topics.WEBHOOKS, webhook.orderingKey(), attributes, webhook.body());
  }

  /**
   * @throws MalformedRecordException for a record that no version of the gateway writes
   */
  public static VerifiedWebhook fromRecord(ConsumerRecord<String, byte[]> message) {
    CloudEvent event = CloudEventRecords.read(message);
    String provider = CloudEventRecords.extension(event, PROVIDER);
    String type = event.getType();
    if (!type.startsWith(provider + ".")) {
      throw new MalformedRecordException("ce_type does not begin with ce_provider");
    }
    try {
      return new VerifiedWebhook(
          CloudEventRecords.extension(event, ENDPOINT),
          provider,
          event.getId(),
          type.substring(provider.length() + 1),
          message.key() == null ? event.getId() : message.key(),
          CloudEventRecords.time(event),
          Instant.parse(CloudEventRecords.extension(event, RECEIVED_AT)),
          CloudEventRecords.extension(event, SECRET_VERSION),
          Trust.ofWireName(CloudEventRecords.extension(event, TRUST)),
          CloudEventRecords.data(message));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MalformedRecordException("a ce_ attribute of the webhook does not parse");
    }
  }
}
