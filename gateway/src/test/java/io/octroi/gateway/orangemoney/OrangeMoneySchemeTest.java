package io.octroi.gateway.orangemoney;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Rejected;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrangeMoneySchemeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final String TOKEN = "0f9e8d7c6b5a49382716";

  @Test
  void its_provider_has_the_name_that_translators_know() {
    assertThat(OrangeMoneyScheme.definition().provider()).isEqualTo("orange_money");
  }

  @Test
  void the_token_stays_out_of_everything_but_the_body() {
    Verified hint = (Verified) verify("{\"notif_token\":\"" + TOKEN + "\",\"status\":\"SUCCESS\"}");

    assertThat(hint.trust()).isEqualTo(Trust.HINT);
    assertThat(hint.toString()).doesNotContain(TOKEN);
  }

  @Test
  void two_states_of_one_order_are_two_events_in_one_order() {
    Verified first =
        (Verified) verify("{\"notif_token\":\"" + TOKEN + "\",\"status\":\"PENDING\"}");
    Verified then = (Verified) verify("{\"notif_token\":\"" + TOKEN + "\",\"status\":\"SUCCESS\"}");

    assertThat(then.eventId()).isNotEqualTo(first.eventId());
    assertThat(then.orderingKey()).isEqualTo(first.orderingKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "{\"notif_token\":{}}", "{\"notif_token\":\" \"}"})
  void garbage_is_refused_as_nobody_s_in_particular(String body) {
    assertThat(verify(body)).isEqualTo(new Rejected(RejectionReason.UNREADABLE_BODY));
    assertThat(RejectionReason.UNREADABLE_BODY.signed()).isFalse();
  }

  @Test
  void a_stranger_gets_no_room_for_more_than_a_notification() {
    String filler = "x".repeat(OrangeMoneyScheme.MAX_BODY);

    assertThat(verify("{\"notif_token\":\"" + TOKEN + "\",\"f\":\"" + filler + "\"}"))
        .isEqualTo(new Rejected(RejectionReason.UNREADABLE_BODY));
  }

  private static Verification verify(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new OrangeMoneyScheme()
        .verify(new WebhookRequest(bytes, new WebhookHeaders()), NOW, List.of());
  }
}
