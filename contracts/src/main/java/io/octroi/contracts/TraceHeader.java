package io.octroi.contracts;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The W3C trace context that a record is part of; it may be missing from any record. */
public final class TraceHeader {
  public static final String NAME = "traceparent";

  private TraceHeader() {}

  /** Writes it, unless it is empty. */
  public static void put(ProducerRecord<?, ?> message, String traceparent) {
    if (!traceparent.isEmpty()) {
      message.headers().add(NAME, traceparent.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The one that was written last; empty where there is none. */
  public static String read(Headers headers) {
    Header header = headers.lastHeader(NAME);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.US_ASCII);
  }
}
