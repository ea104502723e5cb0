package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.telegram.TelegramUser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReminderIT extends NotifierContext {
  @Test
  void a_reminder_goes_out_once_by_mail_and_by_telegram() throws Exception {
    EventExamples member = member("plain");
    Instant endsAt = inDays(2);

    publish(member.reminder(1, endsAt), member.reminder(1, endsAt));
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:sent:", "telegram.message:sent:");
    assertThat(mailsTo(member)).hasSize(1);
    assertThat(TELEGRAM.people().messages(userId(member)))
        .singleElement()
        .satisfies(message -> assertThat(message.text()).contains("se termine bientôt"));
  }

  @Test
  void a_reminder_that_comes_after_the_end_is_dropped() throws Exception {
    EventExamples member = member("plain");
    publish(member.reminder(1, inDays(2)));

    advance(Duration.ofDays(3));
    sendAll();

    assertThat(deliveries(member))
        .containsExactly("email:dropped:access_over", "telegram.message:dropped:access_over");
    assertThat(mailsTo(member)).isEmpty();
  }

  @Test
  void a_reminder_of_an_end_that_moved_is_dropped() throws Exception {
    EventExamples member = member("plain");
    publish(member.reminder(1, inDays(2)));
    publish(member.renewed(2, payment(), inDays(32)));

    sendAll();

    assertThat(deliveries(member))
        .containsExactly(
            "email:dropped:period_changed",
            "email:sent:",
            "telegram.message:dropped:period_changed");
  }

  @Test
  void who_blocked_the_bot_is_not_asked_again_and_still_gets_the_mail() throws Exception {
    EventExamples member = member("plain");
    TELEGRAM.people().put(new TelegramUser(userId(member), "Member", TelegramUser.Reach.BLOCKED));

    publish(member.reminder(1, inDays(2)));
    sendAll();
    advance(Duration.ofHours(5));
    sendAll();

    assertThat(deliveries(member))
        .containsExactly("email:sent:", "telegram.message:failed:blocked");
    assertThat(
            TELEGRAM.calls("sendMessage").stream()
                .filter(call ->
                    String.valueOf(userId(member)).equals(call.parameters().get("chat_id"))))
        .hasSize(1);
  }
}
