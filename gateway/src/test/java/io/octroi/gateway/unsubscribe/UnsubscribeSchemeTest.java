package io.octroi.gateway.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Topics;
import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Rejected;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeSchemeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final UUID MAIL = UUID.fromString("019c2b6a-7c10-7a3e-9d41-5b2c8e6f0a17");
  private static final Secret CURRENT = new Secret("v2", "0123456789abcdef0123456789abcdef");
  private static final Secret PREVIOUS = new Secret("v1", "fedcba9876543210fedcba9876543210");
  private static final String CLICK = "List-Unsubscribe=One-Click";

  private final UnsubscribeScheme scheme = new UnsubscribeScheme();

  @Test
  void it_speaks_to_the_notifier() {
    assertThat(UnsubscribeScheme.definition().audience().topic()).isEqualTo(Topics.CALLBACKS);
    assertThat(UnsubscribeScheme.definition().provider()).isEqualTo("unsubscribe");
  }

  @Test
  void a_click_is_about_the_mail_that_the_token_names() {
    Verified click = (Verified) verify(token(CURRENT), CLICK);

    assertThat(click.eventId()).isEqualTo(MAIL.toString());
    assertThat(click.eventType()).isEqualTo("one-click");
    assertThat(click.secretVersion()).isEqualTo("v2");
    assertThat(click.trust()).isEqualTo(Trust.SIGNED);
  }

  @Test
  void a_mail_from_before_a_rotation_still_unsubscribes() {
    assertThat(((Verified) verify(token(PREVIOUS), CLICK)).secretVersion()).isEqualTo("v1");
  }

  @Test
  void the_words_may_come_in_a_multipart_form() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--";

    assertThat(verify(token(CURRENT), form)).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "List-Unsubscribe=", "x=1"})
  void without_the_words_a_link_was_only_looked_at(String body) {
    assertThat(verify(token(CURRENT), body))
        .isEqualTo(new Rejected(RejectionReason.UNREADABLE_BODY));
  }

  @Test
  void another_mails_code_or_a_strangers_proves_nothing() {
    String genuine = token(CURRENT);
    String otherMail = "B" + genuine.substring(1);
    String strangers = token(new Secret("x", "a stranger's own secret, long enough"));

    assertThat(verify(otherMail, CLICK)).isEqualTo(new Rejected(RejectionReason.TOKEN_MISMATCH));
    assertThat(verify(strangers, CLICK)).isEqualTo(new Rejected(RejectionReason.TOKEN_MISMATCH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../../etc", "AAAA=AAAA", "٧AAA"})
  void what_is_no_token_is_refused(String reference) {
    assertThat(verify(reference, CLICK))
        .isEqualTo(new Rejected(RejectionReason.MALFORMED_REFERENCE));
  }

  @Test
  void a_short_secret_is_none() {
    assertThat(scheme.canUse(new Secret("v1", "short"))).isFalse();
    assertThat(scheme.canUse(new Secret("v1", " ".repeat(40)))).isFalse();
  }

  private Verification verify(String token, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return scheme.verify(
        new WebhookRequest("", token, bytes, new WebhookHeaders()),
        NOW,
        List.of(CURRENT, PREVIOUS));
  }

  private static String token(Secret secret) {
    byte[] id =
        ByteBuffer.allocate(16)
            .putLong(MAIL.getMostSignificantBits())
            .putLong(MAIL.getLeastSignificantBits())
            .array();
    byte[] code =
        Hmac.sha256(
            secret.value().getBytes(StandardCharsets.UTF_8),
            "octroi.unsubscribe.v1".getBytes(StandardCharsets.US_ASCII),
            id);
    byte[] token = ByteBuffer.allocate(48).put(id).put(code).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }
}
