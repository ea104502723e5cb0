package io.octroi.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What operators see of dead letters. */
final class DeadLetterViews {
  private DeadLetterViews() {}

  /**
   * A dead letter without what it carries.
   *
   * @param record where it was first, {@code payments.v1/3@42}
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Letter(
      UUID id,
      String state,
      String reason,
      int rounds,
      int arrivals,
      String consumer,
      String source,
      String eventId,
      String type,
      String record,
      Instant firstFailedAt,
      Instant lastFailedAt,
      @Nullable Instant redrivenAt,
      @Nullable Instant endedAt,
      String traceparent) {

    static Letter of(DeadLetterRow row) {
      return new Letter(
          row.id(),
          row.state(),
          row.reason(),
          row.rounds(),
          row.arrivals(),
          row.consumer(),
          row.source(),
          row.eventId(),
          row.type(),
          row.topic() + "/" + row.partition() + "@" + row.offset(),
          row.firstFailedAt(),
          row.lastFailedAt(),
          row.redrivenAt(),
          row.endedAt(),
          row.traceparent());
    }
  }

  /**
   * A dead letter with what it carries.
   *
   * @param body where it was asked for and is text
   * @param bodyBase64 where it was asked for and is not text
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Opened(
      Letter letter,
      List<HeaderView> headers,
      int bodyBytes,
      @Nullable String key,
      @Nullable String body,
      @Nullable String bodyBase64) {

    static Opened of(DeadLetterRow row, DeadLetterRow.Content content, boolean withBody) {
      byte[] value = content.value();
      String text = withBody && value != null ? text(value) : null;
      return new Opened(
          Letter.of(row),
          headers(content.headers()),
          value == null ? 0 : value.length,
          withBody && content.key() != null ? text(content.key()) : null,
          text,
          withBody && value != null && text == null
              ? Base64.getEncoder().encodeToString(value)
              : null);
    }

    private static List<HeaderView> headers(String kept) {
      List<HeaderView> views = new ArrayList<>();
      for (Header header : HeaderText.read(kept)) {
        byte[] value = header.value();
        views.add(
            new HeaderView(
                header.key(), value == null ? null : new String(value, StandardCharsets.UTF_8)));
      }
      return views;
    }

    private static @Nullable String text(byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        return null;
      }
    }
  }

  /** A header of the record. */
  record HeaderView(String name, @Nullable String value) {}

  /** What became of one. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Redriven(UUID id, String outcome, int round) {}

  /**
   * What became of those that fit, or would.
   *
   * @param matched how many fit, up to the limit
   * @param more whether there are more than the limit
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record RedrivenAll(
      boolean dryRun, int matched, boolean more, int published, int passedOver, List<UUID> ids) {}
}
