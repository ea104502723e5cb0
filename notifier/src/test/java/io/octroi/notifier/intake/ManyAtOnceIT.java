package io.octroi.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.messaging.Inbound;
import io.octroi.notifier.NotifierContext;
import io.octroi.testing.StatementCount;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be told of 10,000 ends in the same minute. */
class ManyAtOnceIT extends NotifierContext {
  private static final Logger LOG = LoggerFactory.getLogger(ManyAtOnceIT.class);
  private static final int MANY = 10_000;

  /** As many as one transaction takes at most by default. */
  private static final int BATCH = 500;

  private static final String OURS = "one-of-many-%";

  @Autowired private SubscriptionsHandler handler;
  @Autowired private TransactionTemplate transactions;

  @AfterEach
  void forget_them() {
    for (String table :
        List.of(
            "deliveries", "notifications", "subscription_states", "contacts", "telegram_links")) {
      jdbc.update("delete from " + table + " where customer_id like ?", OURS);
    }
  }

  @Test
  void each_end_is_to_be_told_once_and_a_batch_takes_the_same_statements_however_large() {
    // Given
    List<EventExamples> members = IntStream.range(0, MANY).mapToObj(i -> member(i)).toList();
    jdbc.update(
        """
        insert into telegram_links (customer_id, telegram_user_id, linked_at, how)
        select 'one-of-many-' || i, 7000000000 + i, now(), 'start_token'
          from generate_series(0, ?) i
        """,
        MANY - 1);
    Instant end = CLOCK.instant();

    // When
    long begun = System.nanoTime();
    int ofOne = take(List.of(members.getFirst().expired(2, end)));
    int most = ofOne;
    for (int from = 1; from < MANY; from += BATCH) {
      List<EventExamples> batch = members.subList(from, Math.min(MANY, from + BATCH));
      most = Math.max(most, take(batch.stream().map(m -> m.expired(2, end)).toList()));
    }

    // Then
    LOG.atInfo()
        .addKeyValue("statements_of_one", ofOne)
        .addKeyValue("statements_of_batch", most)
        .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
        .log("10,000 ends planned");
    assertThat(most).isLessThanOrEqualTo(ofOne);
    assertThat(count("notifications where kind = 'access-ended' and")).isEqualTo(MANY);
    assertThat(count("deliveries where status = 'due' and action = 'email' and")).isEqualTo(MANY);
    assertThat(count("deliveries where action = 'telegram.removal' and")).isEqualTo(MANY);
    assertThat(count("telegram_memberships where")).isEqualTo(MANY);

    // When the same is told again, as another event
    take(members.subList(0, BATCH).stream().map(m -> m.expired(2, end)).toList());

    // Then
    assertThat(count("notifications where")).isEqualTo(MANY);
    assertThat(count("deliveries where action = 'email' and")).isEqualTo(MANY);
  }

  /** Takes events in as one batch; by how many statements. */
  private int take(List<SubscriptionEvent> events) {
    List<Inbound> batch = events.stream().map(ManyAtOnceIT::polled).toList();
    try (StatementCount statements = new StatementCount()) {
      transactions.executeWithoutResult(status -> handler.handle(batch));
      return statements.value();
    }
  }

  private static Inbound polled(SubscriptionEvent event) {
    ProducerRecord<String, byte[]> sent =
        EventCodec.toRecord(
            new EventEnvelope(EventIds.next(CLOCK.instant()), "/subscription-worker", event));
    ConsumerRecord<String, byte[]> polled =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(header -> polled.headers().add(header));
    return new Inbound(polled, "");
  }

  private static EventExamples member(int number) {
    return new EventExamples(
        EventIds.next(CLOCK.instant()),
        "one-of-many-" + number,
        "signaux",
        new Contact("one" + number + "@example.com", "fr", 7_000_000_000L + number),
        CLOCK.instant());
  }

  private int count(String what) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from " + what + " customer_id like ?", Integer.class, OURS);
    return count == null ? 0 : count;
  }
}
