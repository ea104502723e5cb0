package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.notifier.mail.OptOuts;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who wants no reminders gets none, and is still told of their own money. */
class UnsubscribeIT extends NotifierContext {
  @Autowired private OptOuts optOuts;

  @Test
  void one_click_ends_reminders_and_nothing_else() throws Exception {
    EventExamples member = newcomer("plain");
    publish(member.reminder(1, inDays(2)));
    sendAll();
    assertThat(mailsTo(member).getFirst().header("List-Unsubscribe"))
        .hasValueSatisfying(link -> assertThat(link).contains("/webhooks/unsubscribe/"));

    publish(click(notificationOf(member)));
    publish(member.renewed(2, payment(), inDays(32)));
    publish(member.reminder(3, inDays(32)));
    sendAll();

    assertThat(deliveries(member))
        .contains("email:dropped:unsubscribed")
        .filteredOn(delivery -> delivery.equals("email:sent:"))
        .hasSize(2);
    assertThat(mailsTo(member).getLast().header("List-Unsubscribe")).isEmpty();

    assertThat(optOuts.end(member.customerId())).isTrue();
    publish(member.renewed(4, payment(), inDays(62)));
    publish(member.reminder(5, inDays(62)));
    sendAll();

    assertThat(mailsTo(member)).hasSize(4);
  }

  private UUID notificationOf(EventExamples member) {
    return UUID.fromString(
        texts("select id::text from notifications where customer_id = ?", member.customerId())
            .getFirst());
  }

  private static VerifiedWebhook click(UUID notification) {
    return new VerifiedWebhook(
        "unsubscribe",
        "unsubscribe",
        notification.toString(),
        "one-click",
        notification.toString(),
        CLOCK.instant(),
        CLOCK.instant(),
        Provenance.webhook(Trust.SIGNED, "v1"),
        "List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8));
  }
}
