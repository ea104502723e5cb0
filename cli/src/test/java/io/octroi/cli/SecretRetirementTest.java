package io.octroi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecretRetirementTest {
  private static final String OLD = "2026-09-01T00:00:00Z";
  private static final String YESTERDAY = "2026-09-20T00:00:00Z";

  @Test
  void what_another_gateway_accepted_yesterday_is_not_safe_to_retire() {
    // Given this gateway started an hour ago and has seen the new version only
    JsonNode gateway = gateway("payments", "2026-09-20T23:30:00Z", "");
    JsonNode ledger = ledger(0, YESTERDAY);

    // When
    JsonNode previous = previous(gateway, ledger);

    // Then
    assertThat(previous.path("safe_to_retire").asBoolean()).isFalse();
    assertThat(previous.path("reason").asString()).isEqualTo("used-recently");
    assertThat(previous.path("last_used_at").asString()).isEqualTo(YESTERDAY);
  }

  @Test
  void what_nobody_used_for_long_is_safe_although_this_gateway_has_just_started() {
    JsonNode gateway = gateway("payments", "", "");
    JsonNode ledger = ledger(0, OLD);

    JsonNode previous = previous(gateway, ledger);

    assertThat(previous.path("safe_to_retire").asBoolean()).isTrue();
    assertThat(previous.path("uses").asLong()).isEqualTo(7);
  }

  @Test
  void what_this_gateway_has_just_accepted_counts_before_the_ledger_has_it() {
    JsonNode gateway = gateway("payments", "", "2026-09-20T23:59:00Z");

    assertThat(previous(gateway, ledger(0, OLD)).path("reason").asString())
        .isEqualTo("used-recently");
  }

  @Test
  void while_webhooks_wait_to_be_read_nothing_is_safe() {
    JsonNode gateway = gateway("payments", "", "");

    assertThat(previous(gateway, ledger(1, OLD)).path("reason").asString())
        .isEqualTo("ledger-behind");
    assertThat(previous(gateway, json("{\"items\":[]}")).path("safe_to_retire").asBoolean())
        .isFalse();
  }

  @Test
  void what_channels_send_is_known_to_one_gateway_only() {
    JsonNode gateway = gateway("channels", "2026-09-20T23:30:00Z", OLD);

    assertThat(previous(gateway, ledger(0, OLD)).path("reason").asString())
        .isEqualTo("one-gateway-only");
  }

  @Test
  void a_new_version_that_proved_nothing_yet_keeps_the_old_one() {
    JsonNode gateway = gateway("payments", "", "");
    JsonNode ledger =
        json(
            """
            {"unread":0,"items":[{"endpoint":"stripe","version":"v1","last_used_at":"%s",
             "uses":7,"watched_since":"2026-08-01T00:00:00Z"}]}
            """
                .replace("%s", OLD));

    assertThat(previous(gateway, ledger).path("reason").asString()).isEqualTo("newer-not-used");
  }

  private static JsonNode previous(JsonNode gateway, JsonNode ledger) {
    JsonNode items = SecretRetirement.of(gateway, ledger).path("items");
    assertThat(items.path(0).path("reason").asString()).isEqualTo("current");
    return items.path(1);
  }

  private static JsonNode gateway(String audience, String currentUsed, String previousUsed) {
    return json(
        """
        {"as_of":"2026-09-21T00:00:00Z","retire_after":"PT72H",
         "watched_since":"2026-09-20T23:00:00Z","items":[
         {"endpoint":"stripe","version":"v2","stage":"current","last_used_at":"%1","uses":1,
          "audience":"%3"},
         {"endpoint":"stripe","version":"v1","stage":"previous","last_used_at":"%2","uses":0,
          "audience":"%3"}]}
        """
            .replace("%1", currentUsed)
            .replace("%2", previousUsed)
            .replace("%3", audience));
  }

  private static JsonNode ledger(int unread, String previousUsed) {
    return json(
        """
        {"unread":%1,"items":[
         {"endpoint":"stripe","version":"v2","last_used_at":"2026-09-20T12:00:00Z","uses":3,
          "watched_since":"2026-08-01T00:00:00Z"},
         {"endpoint":"stripe","version":"v1","last_used_at":"%2","uses":7,
          "watched_since":"2026-08-01T00:00:00Z"}]}
        """
            .replace("%1", String.valueOf(unread))
            .replace("%2", previousUsed));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
