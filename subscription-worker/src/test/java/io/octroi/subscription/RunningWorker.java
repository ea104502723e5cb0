package io.octroi.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.Topics;
import io.octroi.subscription.due.DueClock;
import io.octroi.subscription.reconciliation.StandInPaymentWorker;
import io.octroi.subscription.subscription.MergeNews;
import io.octroi.subscription.subscription.PaymentChanges;
import io.octroi.subscription.subscription.PaymentNews;
import io.octroi.testing.TestInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The worker on a real broker and a real database, with a clock that tests move. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      // The clock's own rounds stay out of the way of the rounds that tests ask for.
      "octroi.due.poll-interval=1h",
      "octroi.due.batch-size=50",
      "octroi.messaging.outbox.poll-interval=100ms",
      "octroi.operations.token=open-sesame",
      "octroi.operations.operators[0].name=ops-a",
      "octroi.operations.operators[0].token-sha256=a70bf50e531ce1a817561f2f5d5b6645d4e806becf58ccc5e8cf6b8045a090a8",
      "octroi.operations.operators[1].name=ops-b",
      "octroi.operations.operators[1].token-sha256=49e2bb7eab54cf09b409ffafd3fa8a8a955a60eb972faacaefbed3dbd3207132",
      "octroi.subscription.removal.require-watermarks=false",
      "octroi.subscription.removal.max-count=1000",
      "octroi.subscription.removal.small-count=1000",
      "octroi.subscription.removal.progress-interval=1h",
      "octroi.subscription.rebuild.page-size=7",
      "octroi.plans.signaux-held.days=30",
      "octroi.plans.signaux-held.family=signaux",
      "octroi.plans.signaux-held.while-disputed=hold"
    })
@Import(MovableTime.class)
public abstract class RunningWorker {
  protected static final String WEEKLY = "signaux-weekly";
  protected static final String MONTHLY = "signaux-monthly";

  /** Thirty days, held while a payment is disputed. */
  protected static final String HELD = "signaux-held";

  protected static final String GROUP = "subscription-worker";

  @Autowired protected MovableClock clock;
  @Autowired protected DueClock dueClock;
  @Autowired protected JdbcTemplate jdbc;
  @Autowired protected TransactionTemplate transactions;
  @Autowired protected PaymentChanges changes;
  @LocalServerPort protected int port;

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    TestInfrastructure.createTopics(
        Map.of(
            Topics.PAYMENTS,
            3,
            Topics.SUBSCRIPTIONS,
            3,
            Topics.WATERMARKS,
            1,
            Topics.deadLetter(Topics.PAYMENTS, GROUP),
            1,
            Topics.deadLetter(Topics.WATERMARKS, GROUP),
            1));
    registry.add("octroi.subscription.reconciliation.payments-url", StandInPaymentWorker::url);
    registry.add("octroi.subscription.reconciliation.token", () -> StandInPaymentWorker.TOKEN);
    TestInfrastructure.register(registry, "subscriptions", "subscription_worker");
  }

  protected static String newCustomer() {
    return "cust-" + UUID.randomUUID();
  }

  protected Instant now() {
    return clock.instant();
  }

  protected void pass(Duration duration) {
    clock.advance(duration);
  }

  /** Publishes as the payment-worker does, in order. */
  protected static void publish(EventEnvelope... events) {
    KafkaIO.send(List.of(events).stream().map(EventCodec::toRecord).toList());
  }

  /** Takes payments in as one batch, without a broker in between. */
  protected void take(TestPayment... payments) {
    List<PaymentNews> news =
        Stream.of(payments).map(payment -> new PaymentNews(payment.snapshot(), "")).toList();
    take(news, List.of());
  }

  protected void take(List<PaymentNews> payments, List<MergeNews> merges) {
    transactions.executeWithoutResult(status -> changes.apply(payments, merges, now()));
  }

  protected void awaitAllPublished() {
    await()
        .untilAsserted(() ->
            assertThat(jdbc.queryForObject("select count(*) from outbox", Integer.class)).isZero());
  }

  protected static void publish(ProducerRecord<String, byte[]> message) {
    KafkaIO.send(List.of(message));
  }

  /** What has been told of anybody so far. */
  protected static List<ConsumerRecord<String, byte[]>> allTold() {
    return KafkaIO.all(Topics.SUBSCRIPTIONS);
  }

  /** Spares the tests that follow what has been told so far. */
  protected static void forgetAllTold() {
    KafkaIO.forget(Topics.SUBSCRIPTIONS);
  }

  /** What has been told of a customer so far. */
  protected static List<SubscriptionEvent> told(String customer) {
    return allTold().stream()
        .filter(message -> message.key().equals(customer))
        .map(message -> EventCodec.fromRecord(message).orElseThrow().event())
        .map(SubscriptionEvent.class::cast)
        .toList();
  }

  /** What has been told so far, by customer. */
  protected static Map<String, List<SubscriptionEvent>> toldByCustomer() {
    return allTold().stream()
        .collect(
            Collectors.groupingBy(
                ConsumerRecord::key,
                Collectors.mapping(
                    message ->
                        (SubscriptionEvent) EventCodec.fromRecord(message).orElseThrow().event(),
                    Collectors.toList())));
  }

  protected static List<String> namesOfTold(String customer) {
    return told(customer).stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  protected static void awaitTold(String customer, String... names) {
    await().untilAsserted(() -> assertThat(namesOfTold(customer)).containsExactly(names));
  }

  protected String status(String customer) {
    return jdbc
        .queryForList(
            "select status from subscriptions where customer_id = ?", String.class, customer)
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  protected void awaitStatus(String customer, String expected) {
    await().untilAsserted(() -> assertThat(status(customer)).isEqualTo(expected));
  }
}
