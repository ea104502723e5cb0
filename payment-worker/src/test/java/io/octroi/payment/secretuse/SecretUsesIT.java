package io.octroi.payment.secretuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.WorkerContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which version proved what, from the batch into the table and out to the operator. */
class SecretUsesIT extends WorkerContext {
  private static final Instant MONDAY = Instant.parse("2026-09-21T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-09-22T08:00:00Z");

  @Autowired private SecretUses uses;

  private final String endpoint = "shop-" + UUID.randomUUID();

  @Test
  void each_version_has_its_last_use_and_is_counted_once_a_webhook() {
    // Given
    VerifiedWebhook first = webhook("v1", MONDAY);
    VerifiedWebhook second = webhook("v1", MONDAY.plusSeconds(60));
    VerifiedWebhook newer = webhook("v2", TUESDAY);

    // When
    handle(List.of(second, first));
    handle(newer);

    // Then
    assertThat(known())
        .containsExactly(
            new SecretUse(endpoint, "v2", TUESDAY, TUESDAY, 1, MONDAY),
            new SecretUse(endpoint, "v1", MONDAY, MONDAY.plusSeconds(60), 2, MONDAY));
  }

  @Test
  void a_repetition_is_a_use_but_no_other_webhook() {
    // Given
    VerifiedWebhook once = webhook("v1", MONDAY);
    handle(once);

    // When the provider sends it again on Tuesday, signed with the same version
    handle(again(once, TUESDAY));

    // Then
    assertThat(known()).containsExactly(new SecretUse(endpoint, "v1", MONDAY, TUESDAY, 1, MONDAY));
  }

  @Test
  void late_news_moves_nothing_back() {
    // When
    handle(webhook("v1", TUESDAY));
    handle(webhook("v1", MONDAY));

    // Then
    assertThat(known()).containsExactly(new SecretUse(endpoint, "v1", MONDAY, TUESDAY, 2, MONDAY));
  }

  @Test
  void what_no_secret_proved_is_no_use() {
    // When
    handle(webhook(Provenance.NO_SECRET, MONDAY));

    // Then
    assertThat(known()).isEmpty();
  }

  @Test
  void operators_are_told_with_how_much_is_not_read_yet() throws Exception {
    // Given
    handle(webhook("v1", MONDAY));

    // When
    HttpResponse<String> answer = get();

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode report = JsonMapper.shared().readTree(answer.body());
    assertThat(report.path("unread").isIntegralNumber()).isTrue();
    JsonNode ours =
        report
            .path("items")
            .valueStream()
            .filter(item -> item.path("endpoint").asString().equals(endpoint))
            .findFirst()
            .orElseThrow();
    assertThat(ours.path("version").asString()).isEqualTo("v1");
    assertThat(ours.path("last_used_at").asString()).isEqualTo(MONDAY.toString());
    assertThat(ours.path("watched_since").asString()).isEqualTo(MONDAY.toString());
  }

  private List<SecretUse> known() {
    return uses.all().stream().filter(use -> use.endpoint().equals(endpoint)).toList();
  }

  private VerifiedWebhook webhook(String version, Instant receivedAt) {
    return webhook("evt-" + UUID.randomUUID(), version, receivedAt);
  }

  private VerifiedWebhook again(VerifiedWebhook earlier, Instant receivedAt) {
    return webhook(earlier.eventId(), earlier.provenance().secretVersion(), receivedAt);
  }

  private VerifiedWebhook webhook(String id, String version, Instant receivedAt) {
    return new VerifiedWebhook(
        endpoint,
        "generic",
        id,
        "thing.happened",
        id,
        receivedAt,
        receivedAt,
        new Provenance(Trust.SIGNED, version, Origin.WEBHOOK, ""),
        "{}".getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/operations/secrets"))
              .header("Authorization", "Bearer " + TOKEN)
              .build(),
          BodyHandlers.ofString());
    }
  }
}
