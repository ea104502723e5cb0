package io.octroi.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers of records that were put aside, and of those that are published again. */
public final class DeadLetterHeaders {
  /** All headers that a record gains when it is put aside begin so. */
  public static final String PREFIX = "dlt_";

  public static final String REASON = "dlt_reason";
  public static final String ROUNDS = "dlt_rounds";
  public static final String TOPIC = "dlt_topic";
  public static final String PARTITION = "dlt_partition";
  public static final String OFFSET = "dlt_offset";
  public static final String GROUP = "dlt_group";
  public static final String FAILED_AT = "dlt_failed_at";

  /** How often the record was published again; on records that were. */
  public static final String REDRIVE_ROUND = "octroi-redrive-round";

  /** Which dead letter it is; on records that were published again. */
  public static final String REDRIVE_OF = "octroi-redrive-of";

  /** All that our own records carry; what else somebody hung on a record means nothing to us. */
  private static final Pattern OURS =
      Pattern.compile("ce_[a-z0-9]{1,20}|content-type|traceparent|octroi-redrive-(?:round|of)");

  private static final Pattern ROUND = Pattern.compile("[0-9]{1,6}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private DeadLetterHeaders() {}

  /** Whether a record keeps the header when it is put aside. */
  public static boolean isOurs(String header) {
    return OURS.matcher(header).matches();
  }

  /** How often this record was published again before. */
  public static int round(Headers headers) {
    String text = text(headers, REDRIVE_ROUND);
    return ROUND.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }

  static Optional<UUID> redriveOf(Headers headers) {
    String text = text(headers, REDRIVE_OF);
    return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  static long number(Headers headers, String name) {
    String text = text(headers, name);
    return NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
  }

  /** A header as text that the database takes; empty where it is missing. */
  static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8).replace('\0', ' ');
  }

  /** Replaces a header. */
  public static void set(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
