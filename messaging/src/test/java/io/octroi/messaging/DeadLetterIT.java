package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.Topics;
import io.octroi.messaging.MessagingTestApplication.RecordingHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeadLetterIT extends WorkerContext {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired private RecordingHandler handler;
  @Autowired private JdbcTemplate jdbc;
  @LocalServerPort private int port;

  private final String poison = RecordingHandler.POISON + "-" + UUID.randomUUID();
  private final ProducerRecord<String, byte[]> record = EventCodec.toRecord(Events.about(poison));

  @Test
  void what_was_put_aside_is_listed_and_read_and_its_body_only_for_a_reason() throws Exception {
    // Given
    record.headers().add("x-customer", "anybody".getBytes(StandardCharsets.UTF_8));
    String id = putAside();

    // When
    JsonNode shown = json(get("/" + id));

    // Then
    assertThat(shown.at("/letter/event_id").asString()).isEqualTo(header(record, "ce_id"));
    assertThat(shown.at("/letter/reason").asString()).isEqualTo("poisoned");
    assertThat(shown.at("/letter/record").asString()).startsWith(Topics.PAYMENTS + "/");
    assertThat(shown.path("headers").toString()).contains("ce_type").doesNotContain("x-customer");
    assertThat(shown.toString()).doesNotContain(poison);
    assertThat(get("?state=waiting&reason=poisoned&limit=500").body()).contains(id);
    assertThat(get("?state=parked&limit=500").body()).doesNotContain(id);
    assertThat(get("/" + id + "?body=true").statusCode()).isEqualTo(400);

    // When
    HttpResponse<String> opened =
        send(call("/" + id + "?body=true").header("Octroi-Reason", "to see what is wrong"));

    // Then
    assertThat(json(opened).path("body").asString())
        .isEqualTo(new String(record.value(), StandardCharsets.UTF_8));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from audit_log where path = ? and kind = 'call'",
                Integer.class,
                "/operations/dead-letters/" + id))
        .isEqualTo(1);
  }

  @Test
  void a_mended_record_is_published_with_its_bytes_and_id_and_settled_once() throws Exception {
    // Given
    String id = putAside();
    handler.cure(poison);

    // When
    HttpResponse<String> first = post("/" + id + "/redrive", "");
    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("settled"));
    HttpResponse<String> second = post("/" + id + "/redrive", "");
    post("/" + id + "/redrive?force=true", "");

    // Then
    assertThat(json(first).path("round").asInt()).isEqualTo(1);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(handler.idsOfKey(poison)).containsExactly(header(record, "ce_id"));
    List<ConsumerRecord<String, byte[]>> copies =
        KafkaIO.all(Topics.PAYMENTS).stream().filter(m -> poison.equals(m.key())).toList();
    assertThat(copies).hasSize(2);
    assertThat(copies.getLast().value()).isEqualTo(record.value());
    assertThat(
            new String(
                copies.getLast().headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
        .isEqualTo(header(record, "ce_id"));
    assertThat(
            new String(
                copies.getLast().headers().lastHeader("octroi-redrive-round").value(),
                StandardCharsets.UTF_8))
        .isEqualTo("1");
    assertThat(copies.getLast().headers()).noneMatch(h -> h.key().startsWith("dlt_"));
  }

  @Test
  void what_fails_again_is_the_same_dead_letter_a_round_further_and_parks_after_the_bound()
      throws Exception {
    // Given
    String id = putAside();

    // When
    post("/" + id + "/redrive", "");
    await().untilAsserted(() -> assertThat(rounds(id)).isEqualTo("waiting 1 2"));
    post("/" + id + "/redrive", "");
    await().untilAsserted(() -> assertThat(rounds(id)).isEqualTo("parked 2 3"));

    // Then
    assertThat(ids()).containsExactly(id);
    assertThat(post("/" + id + "/redrive", "").statusCode()).isEqualTo(409);

    // When
    handler.cure(poison);
    assertThat(post("/" + id + "/redrive?force=true", "").statusCode()).isEqualTo(200);

    // Then
    await().untilAsserted(() -> assertThat(rounds(id)).isEqualTo("settled 3 3"));
  }

  @Test
  void a_filter_is_tried_dry_before_it_is_run() throws Exception {
    // Given
    String id = putAside();
    handler.cure(poison);
    String since =
        jdbc.queryForObject(
            "select to_char(first_failed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from dead_letters where id = ?::uuid",
            String.class,
            id);
    String filter = "\"reason\":\"poisoned\",\"since\":\"" + since + "\"";

    // When
    HttpResponse<String> unsaid = post("/redrive", "{" + filter + "}");
    JsonNode dry = json(post("/redrive", "{" + filter + ",\"dry_run\":true}"));
    HttpResponse<String> dryWithoutReason =
        send(
            call("/redrive?dry_run=true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{" + filter + "}")));

    // Then
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(dry.path("ids").toString()).contains(id);
    assertThat(dry.path("published").asInt()).isZero();
    assertThat(json(dryWithoutReason).path("dry_run").asBoolean()).isTrue();
    assertThat(state(id)).isEqualTo("waiting");

    // When
    JsonNode run = json(post("/redrive", "{" + filter + ",\"dry_run\":false}"));

    // Then
    assertThat(run.path("published").asInt()).isPositive();
    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("settled"));
  }

  @Test
  void what_is_discarded_stays_so() throws Exception {
    String id = putAside();

    assertThat(json(post("/" + id + "/discard", "")).path("state").asString())
        .isEqualTo("discarded");
    assertThat(post("/" + id + "/redrive", "").statusCode()).isEqualTo(409);
    assertThat(post("/" + UUID.randomUUID() + "/discard", "").statusCode()).isEqualTo(404);
    assertThat(post("/" + UUID.randomUUID() + "/redrive", "").statusCode()).isEqualTo(404);
  }

  private String putAside() {
    KafkaIO.send(List.of(record));
    await().untilAsserted(() -> assertThat(ids()).hasSize(1));
    return ids().getFirst();
  }

  private List<String> ids() {
    return jdbc.query(
        "select id::text from dead_letters where event_id = ?",
        (row, number) -> row.getString(1),
        header(record, "ce_id"));
  }

  private String state(String id) {
    return rounds(id).replaceAll(" .*", "");
  }

  private String rounds(String id) {
    return String.valueOf(
        jdbc.queryForObject(
            "select concat_ws(' ', state, rounds, arrivals) from dead_letters where id = ?::uuid",
            String.class,
            id));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(call(path));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        call(path)
            .header("Octroi-Reason", "it is mended")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/operations/dead-letters" + path))
        .header("Authorization", "Bearer open-sesame");
  }

  private static HttpResponse<String> send(HttpRequest.Builder call)
      throws IOException, InterruptedException {
    return HTTP.send(call.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String header(ProducerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
