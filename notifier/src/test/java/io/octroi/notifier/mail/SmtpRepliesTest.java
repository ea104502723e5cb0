package io.octroi.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpRepliesTest {
  @ParameterizedTest
  @CsvSource({
    "550, 550 5.1.1 user unknown, true",
    "550, 550-5.1.1 The email account does not exist, true",
    "554, 554 5.1.10 null MX, true",
    "550, 550 5.2.1 mailbox disabled, true",
    "550, 550 no such user, true",
    "551, 551 not here, true",
    "553, 553 name not allowed, true",
    "552, 552 5.2.2 mailbox full, false",
    "550, 550 5.7.1 blocked, false",
    "553, 553 5.1.8 your address is bad, false",
    "554, 554 transaction failed, false",
    "450, 450 4.1.1 greylisted, false",
    "552, 552 too much mail, false"
  })
  void only_an_address_that_takes_no_mail_is_given_up(int code, String reply, boolean given) {
    assertThat(SmtpReplies.isHardBounce(code, reply)).isEqualTo(given);
  }

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
