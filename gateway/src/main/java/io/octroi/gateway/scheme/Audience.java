package io.octroi.gateway.scheme;

import io.octroi.contracts.Topics;
import java.util.Locale;

/** Who reads what an endpoint lets in. */
public enum Audience {
  /** It is about money. */
  PAYMENTS(Topics.WEBHOOKS),
  /** It is about a channel to members: their answers, and what became of a message. */
  CHANNELS(Topics.CALLBACKS);

  private final String topic;

  Audience(String topic) {
    this.topic = topic;
  }

  /** The name on the wire: {@code payments}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The Kafka topic it goes to. */
  public String topic() {
    return topic;
  }
}
