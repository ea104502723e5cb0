package io.octroi.payment;

import io.octroi.contracts.Topics;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.payment.backfill.LiveProvider;
import io.octroi.testing.TestInfrastructure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole worker on a real broker and a real database; one context for all tests. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "octroi.operations.token=" + WorkerContext.TOKEN,
      // Tests say when providers are asked.
      "octroi.payment.confirmation.poll-interval=1h"
    })
public abstract class WorkerContext {
  protected static final String TOKEN = "operators-of-the-test";
  private static final AtomicLong OFFSETS = new AtomicLong();

  @Autowired protected JdbcClient jdbc;
  @Autowired private BatchHandler intake;
  @Autowired protected TransactionTemplate transactions;
  @LocalServerPort protected int port;

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    TestInfrastructure.createTopics(
        Map.of(
            Topics.WEBHOOKS,
            3,
            Topics.PAYMENTS,
            3,
            Topics.WATERMARKS,
            1,
            Topics.deadLetter(Topics.WEBHOOKS, "payment-worker"),
            1));
    TestInfrastructure.register(registry, "payments", "payment_worker");
    LiveProvider.register(registry);
  }

  /** A purchase that no other test knows. */
  protected static StripeWebhooks purchase() {
    return new StripeWebhooks(UUID.randomUUID().toString().replace("-", ""));
  }

  /** Handles webhooks as one polled batch in one transaction. */
  protected void handle(VerifiedWebhook... batch) {
    handle(List.of(batch));
  }

  protected void handle(List<VerifiedWebhook> batch) {
    List<Inbound> inbound = batch.stream().map(WorkerContext::inbound).toList();
    transactions.executeWithoutResult(status -> intake.handle(inbound));
  }

  /** Handles each webhook in a transaction of its own. */
  protected void handleOneByOne(VerifiedWebhook... webhooks) {
    Arrays.stream(webhooks).forEach(this::handle);
  }

  /** What the payment of a reference looks like, in the words of the database. */
  protected Optional<Row> payment(String reference) {
    return jdbc.sql(
            """
            select p.id, p.status, p.amount, p.refunded, p.customer_id, p.plan_code, p.email,
                   p.published, p.version
              from payments p join payment_references r on r.payment_id = p.id
             where r.reference = ?
            """)
        .param(reference)
        .query(Row.class)
        .optional();
  }

  protected String outcome(VerifiedWebhook webhook) {
    return jdbc.sql("select outcome from ledger where endpoint = ? and event_id = ?")
        .params(webhook.endpoint(), webhook.eventId())
        .query(String.class)
        .single();
  }

  static Inbound inbound(VerifiedWebhook webhook) {
    ProducerRecord<String, byte[]> sent = WebhookCodec.toRecord(webhook);
    return new Inbound(
        new ConsumerRecord<>(
            sent.topic(),
            0,
            OFFSETS.incrementAndGet(),
            0,
            TimestampType.CREATE_TIME,
            -1,
            -1,
            sent.key(),
            sent.value(),
            sent.headers(),
            Optional.empty()),
        "");
  }

  /** A payment's row. */
  public record Row(
      UUID id,
      String status,
      @Nullable Long amount,
      @Nullable Long refunded,
      @Nullable String customerId,
      @Nullable String planCode,
      @Nullable String email,
      boolean published,
      long version) {}
}
