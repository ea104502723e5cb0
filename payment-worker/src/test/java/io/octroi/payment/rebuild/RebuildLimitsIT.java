package io.octroi.payment.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.operations.lock.DatabaseLock;
import io.octroi.payment.WorkerContext;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a rebuild refuses, keeps and answers. */
class RebuildLimitsIT extends WorkerContext {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired private Rebuilds rebuilds;
  @Autowired private RebuildProperties settings;
  @Autowired private Orders orders;
  @Autowired private DataSource database;

  @Test
  void a_payment_of_which_only_the_order_is_left_is_made_again() {
    // Given
    String reference = UUID.randomUUID().toString();
    orders.register(order(reference));
    UUID lost = payment(reference).orElseThrow().id();
    for (String table : new String[] {"payment_references", "payment_facts"}) {
      jdbc.sql("delete from " + table + " where payment_id = ?").param(lost).update();
    }
    jdbc.sql("delete from payments where id = ?").param(lost).update();

    // When
    Rebuild.View found = ended(rebuilds.begin(false).orElseThrow());
    ended(rebuilds.begin(true).orElseThrow());

    // Then
    assertThat(found.differences())
        .contains(new Difference("payments", "mtn_momo/" + reference, "row", "-", "present"));
    assertThat(payment(reference).orElseThrow())
        .satisfies(row -> {
          assertThat(row.status()).isEqualTo("pending");
          assertThat(row.customerId()).isEqualTo("cust-" + reference);
          assertThat(row.published()).isTrue();
        });
    assertThat(ended(rebuilds.begin(false).orElseThrow()).differences()).isEmpty();
  }

  @Test
  void where_the_ledger_explains_too_little_nothing_is_taken_away() {
    // Given
    int many = settings.maxRemovals() + 1;
    jdbc.sql(
            """
            insert into payments (
                id, version, published, provider, reference, reference_kind, endpoint, matched,
                currencies_differ, status, created_at, updated_at)
            select gen_random_uuid(), 1, false, 'stripe', 'pi_many' || n, 'payment', 'stripe', true,
                   false, 'pending', now(), now()
              from generate_series(1, ?) as n
            """)
        .param(many)
        .update();

    try {
      // When
      Rebuild.View mended = ended(rebuilds.begin(true).orElseThrow());

      // Then
      assertThat(mended.differing()).isEqualTo(many);
      assertThat(mended.mended()).isEqualTo(new Rebuild.MendedView(0, 0, 0, many));
    } finally {
      assertThat(jdbc.sql("delete from payments where reference like 'pi_many%'").update())
          .isEqualTo(many);
    }
  }

  @Test
  void one_process_rebuilds_at_a_time() {
    DatabaseLock held = new DatabaseLock(database, "rebuild");

    Rebuild.View refused =
        held.holding(
                () -> {
                  Rebuild second = rebuilds.begin(false).orElseThrow();
                  await().atMost(PATIENCE).until(() -> !second.isRunning());
                  return second.view();
                })
            .orElseThrow();

    assertThat(refused.failure()).isEqualTo("another_process_rebuilds");
    assertThat(refused.progress().phase()).isEqualTo("failed");
    assertThat(ended(rebuilds.begin(false).orElseThrow()).differences()).isEmpty();
  }

  @Test
  void operators_begin_one_and_ask_how_far_it_is() throws Exception {
    assertThat(post("/operations/rebuild").statusCode()).isEqualTo(400);

    HttpResponse<String> begun = post("/operations/rebuild?dry_run=true");

    assertThat(begun.statusCode()).isEqualTo(202);
    String id = JsonMapper.shared().readTree(begun.body()).path("id").asString();
    await().atMost(PATIENCE).until(() -> one(id).has("ended_at"));
    assertThat(one(id).path("differing_rows").asLong(-1)).isZero();
    assertThat(one(id).path("progress").path("phase").asString()).isEqualTo("done");
    assertThat(one(id).has("mended")).isFalse();
  }

  private Rebuild.View ended(Rebuild rebuild) {
    await().atMost(PATIENCE).until(() -> !rebuild.isRunning());
    assertThat(rebuild.view().failure()).isNull();
    return rebuild.view();
  }

  private static Order order(String reference) {
    return new Order(
        "mtn_momo",
        "mtn",
        reference,
        reference,
        "cust-" + reference,
        "signaux-monthly",
        Money.of(20_000, "XOF"),
        new Contact("payer@example.org", "fr", null),
        "",
        "",
        Order.State.OPEN,
        Instant.parse("2026-02-03T10:15:30.123456Z"));
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  private JsonNode one(String id) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(request("/operations/rebuild/" + id).build(), BodyHandlers.ofString());
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + TOKEN);
  }
}
