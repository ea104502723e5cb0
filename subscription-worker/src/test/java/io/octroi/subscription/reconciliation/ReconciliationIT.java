package io.octroi.subscription.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.Contact;
import io.octroi.contracts.PaymentDigest;
import io.octroi.contracts.PaymentStatus;
import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payments of a payment-worker on a real socket against the periods in a real database. */
class ReconciliationIT extends RunningWorker {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What the payment-worker says of a payment, where that is not what was taken in here. */
  private final Map<UUID, String> there = new HashMap<>();

  @BeforeEach
  void the_payment_worker_knows_what_was_taken_in() {
    StandInPaymentWorker.knows((after, limit) ->
        jdbc.query(
            """
            select payment_id, version, status from (
              select payment_id, version, status from grants where merged_into is null
              union
              select n.id, 1, 'succeeded' from unnest(?::uuid[]) as n (id)) as l
             where payment_id > ? order by payment_id limit ?
            """,
            (row, number) -> {
              UUID id = row.getObject(1, UUID.class);
              return there.getOrDefault(id, listed(id, row.getLong(2), row.getString(3)));
            },
            there.keySet().toArray(UUID[]::new),
            after,
            limit));
  }

  @AfterEach
  void it_is_back() {
    StandInPaymentWorker.breaks(false);
  }

  @Test
  void where_both_know_the_same_nothing_is_found() throws Exception {
    // Given
    TestPayment paid = TestPayment.paid(newCustomer(), WEEKLY, now());
    TestPayment refunded = TestPayment.paid(newCustomer(), WEEKLY, now());
    take(paid, refunded);
    take(refunded.become(PaymentStatus.REFUNDED));
    pass(Duration.ofMinutes(16));

    // When
    JsonNode check = reconcile();

    // Then
    assertThat(check.path("check").asString()).isEqualTo("payments_against_periods");
    assertThat(check.path("looked_at").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(check.has("failure")).isFalse();
    assertThat(stateOf(paid.id())).isEmpty();
    assertThat(stateOf(refunded.id())).isEmpty();
  }

  @Test
  void what_one_side_does_not_know_is_found_and_gone_once_both_do() throws Exception {
    // Given
    TestPayment lost = TestPayment.paid(newCustomer(), WEEKLY, now());
    TestPayment periodGone = TestPayment.paid(newCustomer(), WEEKLY, now());
    TestPayment behind = TestPayment.paid(newCustomer(), WEEKLY, now());
    TestPayment failedThere = TestPayment.paid(newCustomer(), WEEKLY, now());
    take(periodGone, behind, failedThere);
    there.put(lost.id(), listed(lost.id(), 1, "succeeded"));
    there.put(behind.id(), listed(behind.id(), 2, "succeeded"));
    there.put(failedThere.id(), listed(failedThere.id(), 1, "failed"));
    jdbc.update("delete from periods where payment_id = ?", periodGone.id());

    // When: it may all be on its way
    reconcile();

    // Then
    assertThat(stateOf(lost.id())).as("listed long ago").isEqualTo("payment_not_taken_in open");
    assertThat(stateOf(periodGone.id())).isEmpty();

    // When
    pass(Duration.ofMinutes(16));
    reconcile();

    // Then
    assertThat(stateOf(behind.id())).isEqualTo("payment_not_taken_in open");
    assertThat(stateOf(periodGone.id())).isEqualTo("payment_without_period open");
    assertThat(stateOf(failedThere.id())).isEqualTo("period_without_payment open");

    // When
    there.clear();
    take(lost, periodGone.learn(new Contact("a@example.org", "fr", null)));
    pass(Duration.ofMinutes(16));
    reconcile();

    // Then
    assertThat(stateOf(lost.id())).isEqualTo("payment_not_taken_in resolved");
    assertThat(stateOf(behind.id())).isEqualTo("payment_not_taken_in resolved");
    assertThat(stateOf(periodGone.id())).isEqualTo("payment_without_period resolved");
    assertThat(stateOf(failedThere.id())).isEqualTo("period_without_payment resolved");
  }

  @Test
  void a_payment_that_is_kept_as_something_else_than_was_told_is_found() throws Exception {
    // Given
    TestPayment right = TestPayment.paid(newCustomer(), WEEKLY, now());
    TestPayment damaged = TestPayment.paid(newCustomer(), WEEKLY, now());
    take(right, damaged);
    for (TestPayment payment : List.of(right, damaged)) {
      String digest = "\",\"digest\":\"" + PaymentDigest.of(payment.snapshot());
      there.put(payment.id(), listed(payment.id(), 1, "succeeded" + digest));
    }
    jdbc.update(
        "update grants set paid_at = paid_at - interval '1 day' where payment_id = ?",
        damaged.id());
    pass(Duration.ofMinutes(16));

    // When
    reconcile();

    // Then
    assertThat(stateOf(right.id())).isEmpty();
    assertThat(stateOf(damaged.id())).isEqualTo("payment_kept_otherwise open");

    // When
    take(damaged.learn(damaged.contact()));
    there.clear();
    pass(Duration.ofMinutes(16));
    reconcile();

    // Then
    assertThat(stateOf(damaged.id())).isEqualTo("payment_kept_otherwise resolved");
  }

  @Test
  void a_period_of_a_payment_that_nobody_lists_is_found_and_stays() throws Exception {
    // Given
    String customer = newCustomer();
    TestPayment unknown = TestPayment.paid(customer, MONTHLY, now());
    take(unknown);
    pass(Duration.ofMinutes(16));
    StandInPaymentWorker.knows((after, limit) ->
        jdbc.query(
            """
            select payment_id, version, status from grants
             where merged_into is null and payment_id > ? and payment_id <> ?
             order by payment_id limit ?
            """,
            (row, number) -> listed(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)),
            after,
            unknown.id(),
            limit));

    // When
    reconcile();

    // Then
    assertThat(stateOf(unknown.id())).isEqualTo("period_without_payment open");
    assertThat(status(customer)).isEqualTo("active");
  }

  @Test
  void a_payment_worker_that_is_away_resolves_nothing_and_accuses_nobody() throws Exception {
    // Given
    TestPayment behind = TestPayment.paid(newCustomer(), WEEKLY, now());
    take(behind);
    there.put(behind.id(), listed(behind.id(), 2, "succeeded"));
    pass(Duration.ofMinutes(16));
    reconcile();
    there.clear();
    StandInPaymentWorker.breaks(true);

    // When
    JsonNode check = reconcile();

    // Then
    assertThat(check.path("failure").asString()).isEqualTo("payment_worker_answered_503");
    assertThat(stateOf(behind.id())).isEqualTo("payment_not_taken_in open");
  }

  private static String listed(UUID id, long version, String status) {
    return "{\"payment_id\":\""
        + id
        + "\",\"version\":"
        + version
        + ",\"status\":\""
        + status
        + "\",\"updated_at\":\"2020-01-01T00:00:00Z\"}";
  }

  /** The finding of a payment, or nothing. */
  private String stateOf(UUID payment) {
    return jdbc
        .queryForList(
            "select condition || ' ' || state from findings where subject = ?",
            String.class,
            payment.toString())
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** Runs the comparison and waits for its end. */
  private JsonNode reconcile() throws IOException, InterruptedException {
    String id = send(request().header("Octroi-Reason", "test").POST(BodyPublishers.noBody()));
    await().until(() -> last().path("id").asString().equals(id) && last().has("ended_at"));
    assertThat(last().has("failure")).isFalse();
    return last().path("checks").path(0);
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return JsonMapper.shared()
        .readTree(HTTP.send(request.build(), BodyHandlers.ofString()).body())
        .path("id")
        .asString();
  }

  private JsonNode last() throws IOException, InterruptedException {
    return JsonMapper.shared()
        .readTree(HTTP.send(request().build(), BodyHandlers.ofString()).body());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/operations/reconciliation"))
        .header("Authorization", "Bearer open-sesame");
  }
}
