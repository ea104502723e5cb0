package io.octroi.gateway.mtnmomo;

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

class MtnMomoSchemeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final String REFERENCE = "C72025F5-5cd1-4630-99e4-8ba4722fad56";

  @Test
  void its_provider_has_the_name_that_translators_know() {
    assertThat(MtnMomoScheme.definition().provider()).isEqualTo("mtn_momo");
  }

  @Test
  void whatever_the_body_says_it_is_a_hint_about_the_payment_in_the_path() {
    Verified hint = (Verified) verify(REFERENCE, "<xml/>");

    assertThat(hint.trust()).isEqualTo(Trust.HINT);
    assertThat(hint.orderingKey()).isEqualTo("c72025f5-5cd1-4630-99e4-8ba4722fad56");
    assertThat(hint.eventId()).startsWith(hint.orderingKey() + ":");
  }

  @Test
  void the_same_callback_is_the_same_event_and_another_one_is_not() {
    Verified once = (Verified) verify(REFERENCE, "{}");

    assertThat(verify(REFERENCE, "{}")).isEqualTo(once);
    assertThat(((Verified) verify(REFERENCE, "")).eventId()).isNotEqualTo(once.eventId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "c72025f55cd1463099e48ba4722fad56",
        "c72025f5-5cd1-4630-99e4-8ba4722fad5g",
        "c72025f5-5cd1-4630-99e4-8ba4722fad56a",
        "٧72025f5-5cd1-4630-99e4-8ba4722fad56"
      })
  void a_reference_that_is_no_uuid_is_refused(String reference) {
    assertThat(verify(reference, "{}"))
        .isEqualTo(new Rejected(RejectionReason.MALFORMED_REFERENCE));
  }

  private static Verification verify(String reference, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new MtnMomoScheme()
        .verify(new WebhookRequest("", reference, bytes, new WebhookHeaders()), NOW, List.of());
  }
}
