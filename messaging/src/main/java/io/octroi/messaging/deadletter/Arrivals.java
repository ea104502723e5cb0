package io.octroi.messaging.deadletter;

import io.octroi.contracts.EventIds;
import io.octroi.contracts.TraceHeader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes records that were put aside into the table. */
final class Arrivals {
  /**
   * What becomes of a row whose record was put aside again. A copy of an earlier round tells
   * nothing new, and the copy that is known already changes nothing.
   */
  private static final String COMES_BACK =
      """
      set reason = case when a.rounds < d.rounds then d.reason else a.reason end,
          arrivals = d.arrivals + 1,
          rounds = greatest(d.rounds, a.rounds),
          last_failed_at = greatest(d.last_failed_at, a.last_failed_at),
          dlt_topic = a.dlt_topic, dlt_partition = a.dlt_partition, dlt_offset = a.dlt_offset,
          claimed_until = case when a.rounds > d.rounds then null else d.claimed_until end,
          state = case when a.rounds < d.rounds then d.state
                       when d.state = 'discarded' and a.rounds = d.rounds then d.state
                       when a.rounds >= ? then 'parked'
                       else 'waiting' end,
          ended_at = case when a.rounds < d.rounds then d.ended_at
                          when d.state = 'discarded' and a.rounds = d.rounds then d.ended_at end
      """;

  private static final String OTHER_COPY =
      """
      (d.dlt_topic, d.dlt_partition, d.dlt_offset)
      is distinct from (a.dlt_topic, a.dlt_partition, a.dlt_offset)
      """;

  private static final String AGAIN =
      "update dead_letters as d "
          + COMES_BACK
          + """
            from (select ?::text as reason, ?::int as rounds, ?::timestamptz as last_failed_at,
                         ?::text as dlt_topic, ?::int as dlt_partition, ?::bigint as dlt_offset) a
           where d.id = ? and d.consumer = ? and
          """
          + OTHER_COPY;

  private static final String INSERT =
      """
      insert into dead_letters as d (state, arrivals, reason, rounds, last_failed_at, dlt_topic,
          dlt_partition, dlt_offset, id, consumer, fingerprint, source, event_id, type, topic,
          partition_no, offset_no, message_key, headers, payload, traceparent, first_failed_at,
          recorded_at)
      values ('waiting', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (consumer, fingerprint) do update
      """
          + (COMES_BACK + " where " + OTHER_COPY).replace("a.", "excluded.");

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final int maxRounds;

  Arrivals(JdbcTemplate jdbc, Clock clock, int maxRounds) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.maxRounds = maxRounds;
  }

  /** Takes one in, or notes that a known one failed once more. */
  void take(ConsumerRecord<String, byte[]> letter) {
    String consumer = DeadLetterHeaders.text(letter.headers(), DeadLetterHeaders.GROUP);
    Optional<UUID> known = DeadLetterHeaders.redriveOf(letter.headers());
    if (known.isPresent() && again(letter, known.get(), consumer)) {
      return;
    }
    insert(letter, consumer);
  }

  private boolean again(ConsumerRecord<String, byte[]> letter, UUID id, String consumer) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(maxRounds);
    arguments.addAll(failure(letter));
    arguments.add(id);
    arguments.add(consumer);
    return jdbc.update(AGAIN, arguments.toArray()) > 0 || exists(id, consumer);
  }

  private boolean exists(UUID id, String consumer) {
    return !jdbc.queryForList(
            "select 1 from dead_letters where id = ? and consumer = ?", Integer.class, id, consumer)
        .isEmpty();
  }

  private void insert(ConsumerRecord<String, byte[]> letter, String consumer) {
    Headers headers = letter.headers();
    List<Object> arguments = new ArrayList<>(failure(letter));
    byte[] key = letter.key() == null ? null : letter.key().getBytes(StandardCharsets.UTF_8);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    arguments.addAll(
        Arrays.asList(
            EventIds.next(clock.instant()),
            consumer,
            Fingerprint.of(letter),
            DeadLetterHeaders.text(headers, "ce_source"),
            DeadLetterHeaders.text(headers, "ce_id"),
            DeadLetterHeaders.text(headers, "ce_type"),
            DeadLetterHeaders.text(headers, DeadLetterHeaders.TOPIC),
            (int) DeadLetterHeaders.number(headers, DeadLetterHeaders.PARTITION),
            DeadLetterHeaders.number(headers, DeadLetterHeaders.OFFSET),
            key,
            HeaderText.write(headers),
            letter.value(),
            TraceHeader.read(headers),
            failedAt(headers),
            now));
    arguments.add(maxRounds);
    jdbc.update(INSERT, arguments.toArray());
  }

  /** What each arrival tells: reason, round, time, and where the copy lies. */
  private List<Object> failure(ConsumerRecord<String, byte[]> letter) {
    return List.of(
        DeadLetterHeaders.text(letter.headers(), DeadLetterHeaders.REASON),
        DeadLetterHeaders.round(letter.headers()),
        failedAt(letter.headers()),
        letter.topic(),
        letter.partition(),
        letter.offset());
  }

  private OffsetDateTime failedAt(Headers headers) {
    try {
      return Instant.parse(DeadLetterHeaders.text(headers, DeadLetterHeaders.FAILED_AT))
          .atOffset(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return clock.instant().atOffset(ZoneOffset.UTC);
    }
  }
}
