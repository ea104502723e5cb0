package io.octroi.contracts;

import io.octroi.contracts.CloudEventRecords.Attributes;
import io.octroi.contracts.CloudEventRecords.Received;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes and reads the records of {@link Topics#WEBHOOKS} and {@link Topics#CALLBACKS}. The value
 * is the body, untouched.
 */
public final class WebhookCodec {
  private static final String ENDPOINT = "endpoint";
  private static final String PROVIDER = "provider";
  private static final String RECEIVED_AT = "receivedat";
  private static final String SECRET_VERSION = "secretversion";
  private static final String TRUST = "trust";
  private static final String ORIGIN = "origin";
  private static final String SEALED_SHA256 = "sealedsha256";

  private WebhookCodec() {}

  public static ProducerRecord<String, byte[]> toRecord(VerifiedWebhook webhook) {
    return toRecord(Topics.WEBHOOKS, webhook);
  }

  /** The same record on another topic. */
  public static ProducerRecord<String, byte[]> toRecord(String topic, VerifiedWebhook webhook) {
    Attributes attributes =
        new Attributes(
            webhook.eventId(),
            "/webhooks/" + webhook.endpoint(),
            webhook.provider() + "." + webhook.eventType(),
            webhook.occurredAt(),
            "application/octet-stream",
            extensions(webhook));
    return CloudEventRecords.write(topic, webhook.orderingKey(), attributes, webhook.body());
  }

  /**
   * @throws MalformedRecordException for a record that no version of the gateway writes
   */
  public static VerifiedWebhook fromRecord(ConsumerRecord<String, byte[]> message) {
    Received event = CloudEventRecords.read(message);
    String provider = event.required(PROVIDER);
    String type = event.type();
    if (!type.startsWith(provider + ".")) {
      throw new MalformedRecordException("ce_type does not begin with ce_provider");
    }
    try {
      return new VerifiedWebhook(
          event.required(ENDPOINT),
          provider,
          event.id(),
          type.substring(provider.length() + 1),
          message.key() == null ? event.id() : message.key(),
          event.time(),
          Rfc3339.parse(event.required(RECEIVED_AT)),
          provenance(event),
          CloudEventRecords.data(message));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MalformedRecordException("a ce_ attribute of the webhook does not parse");
    }
  }

  private static Map<String, String> extensions(VerifiedWebhook webhook) {
    Provenance provenance = webhook.provenance();
    Map<String, String> extensions = new HashMap<>();
    extensions.put(ENDPOINT, webhook.endpoint());
    extensions.put(PROVIDER, webhook.provider());
    extensions.put(RECEIVED_AT, webhook.receivedAt().toString());
    extensions.put(SECRET_VERSION, provenance.secretVersion());
    extensions.put(TRUST, provenance.trust().wireName());
    extensions.put(ORIGIN, provenance.origin().wireName());
    if (!provenance.sealedSha256().isEmpty()) {
      extensions.put(SEALED_SHA256, provenance.sealedSha256());
    }
    return extensions;
  }

  private static Provenance provenance(Received event) {
    return new Provenance(
        Trust.ofWireName(event.required(TRUST)),
        event.required(SECRET_VERSION),
        // Records from before there were other ways have none.
        event.optional(ORIGIN).map(Origin::ofWireName).orElse(Origin.WEBHOOK),
        event.optional(SEALED_SHA256).orElse(""));
  }
}
