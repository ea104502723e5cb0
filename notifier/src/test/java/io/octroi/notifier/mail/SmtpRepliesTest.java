package io.octroi.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpRepliesTest {
  @ParameterizedTest
  @ValueSource(ints = {500, 501, 550, 551, 552, 553, 554})
  void a_permanent_refusal_stops_at_once(int code) {
    assertThat(SmtpReplies.outcome(code)).isEqualTo(new Refused("smtp_" + code));
  }

  @ParameterizedTest
  @ValueSource(ints = {450, 451, 452})
  void a_refusal_for_now_is_retried_and_counted(int code) {
    assertThat(SmtpReplies.outcome(code)).isEqualTo(RetryLater.refusedForNow("smtp_" + code));
  }

  @ParameterizedTest
  @ValueSource(ints = {421, 530, 535})
  void what_concerns_the_server_or_our_account_is_retried_and_not_counted(int code) {
    assertThat(SmtpReplies.outcome(code)).isEqualTo(RetryLater.unavailable("smtp_" + code));
  }

  @Test
  void a_broken_conversation_is_retried_and_not_counted() {
    assertThat(SmtpReplies.outcome(-1)).isEqualTo(RetryLater.unavailable("smtp_connection_lost"));
  }
}
