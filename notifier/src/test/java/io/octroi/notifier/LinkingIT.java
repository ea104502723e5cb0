package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.notifier.linking.Linking;
import io.octroi.platform.telegram.SentMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class LinkingIT extends LinkingContext {
  @Autowired private Linking linking;
  @Autowired private TransactionTemplate transaction;

  @Test
  void who_opens_their_start_link_is_linked_and_gets_their_invitation_from_the_bot()
      throws Exception {
    EventExamples member = newcomer("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    assertThat(mailsTo(member).getFirst().text()).doesNotContain(linksOf(member).getFirst());

    start(member, startToken(member));
    sendAll();

    assertThat(isLinked(member)).isTrue();
    assertThat(linksOf(member)).hasSize(1);
    assertThat(messages(member)).singleElement().asString().contains(linksOf(member).getFirst());
    assertThat(deliveries(member))
        .containsExactly("email:sent:", "telegram.invitation:sent:", "telegram.links:sent:");
    assertThat(history(member)).containsExactly("linked:start_token");
  }

  @Test
  void the_same_update_again_and_the_button_pressed_again_invite_once() throws Exception {
    EventExamples member = newcomer("duo");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    String token = startToken(member);
    TELEGRAM.people().start(userId(member), token);
    TELEGRAM.people().start(userId(member), token);
    TELEGRAM.people().start(userId(member), "");

    List<VerifiedWebhook> updates = updatesOf(member);
    updates.forEach(this::publish);
    updates.reversed().forEach(this::publish);
    sendAll();

    assertThat(updates).hasSize(3);
    assertThat(linksOf(member)).hasSize(2);
    assertThat(messages(member)).singleElement().asString().contains(linksOf(member));
    assertThat(notifications(member))
        .containsExactlyInAnyOrder("activation-confirmed", "account-linked");
  }

  @Test
  void a_start_link_works_for_one_account_only() throws Exception {
    EventExamples member = newcomer("signaux");
    EventExamples thief = newcomer("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    String token = startToken(member);
    start(member, token);

    start(thief, token);
    sendAll();

    assertThat(isLinked(member)).isTrue();
    assertThat(isLinked(thief)).isFalse();
    assertThat(accounts(member)).containsExactly(String.valueOf(userId(member)));
  }

  @Test
  void a_start_link_that_expired_or_never_was_links_nobody() throws Exception {
    EventExamples member = newcomer("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    String token = startToken(member);
    advance(Duration.ofDays(7));

    start(member, token);
    start(member, "guessed");
    sendAll();

    assertThat(isLinked(member)).isFalse();
    assertThat(history(member)).containsExactly("link-refused:token_expired");
  }

  @Test
  void a_second_account_is_refused_as_one_finding_until_the_old_link_is_ended() throws Exception {
    EventExamples member = member("signaux");
    EventExamples second = newcomer("signaux");
    String token = linking.issue(member.customerId(), CLOCK.instant()).text();

    start(second, token);
    start(second, token);
    start(second, token);

    assertThat(accounts(member)).containsExactly(String.valueOf(userId(member)));
    assertThat(findings(Linking.CONFLICT, member.customerId())).isEqualTo(1);

    transaction.executeWithoutResult(
        status -> linking.unlink(member.customerId(), CLOCK.instant()));
    start(second, token);

    assertThat(accounts(member)).containsExactly(String.valueOf(userId(second)));
    assertThat(findings(Linking.CONFLICT, member.customerId())).isZero();
  }

  @Test
  void of_many_start_links_the_oldest_give_way_and_one_use_ends_all() {
    EventExamples member = newcomer("signaux");
    String oldest = linking.issue(member.customerId(), CLOCK.instant()).text();
    for (int i = 0; i < 4; i++) {
      advance(Duration.ofSeconds(1));
      linking.issue(member.customerId(), CLOCK.instant());
    }
    String newest = linking.issue(member.customerId(), CLOCK.instant().plusSeconds(1)).text();

    start(member, oldest);
    assertThat(isLinked(member)).isFalse();
    start(member, newest);

    assertThat(isLinked(member)).isTrue();
    assertThat(
            texts(
                "select issued_at from telegram_start_tokens where customer_id = ?",
                member.customerId()))
        .hasSize(1);
  }

  @Test
  void a_linked_account_may_ask_for_its_invitation_again_after_a_while() throws Exception {
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    start(member, "");
    start(member, "");
    sendAll();
    advance(Duration.ofMinutes(10));
    start(member, "");
    sendAll();

    assertThat(messages(member)).hasSize(2);
    assertThat(notifications(member))
        .containsExactlyInAnyOrder("activation-confirmed", "account-linked", "account-linked");
  }

  @Test
  void a_chat_that_moved_is_followed_from_its_update() throws Exception {
    EventExamples member = member("duo");
    long newId = -1003000000777L;
    TELEGRAM.people().channel(newId, "Duo, moved");

    publish(
        callback(
            Map.of(
                "update_id",
                900_000_001L,
                "message",
                Map.of(
                    "chat",
                    Map.of("id", DUO_CHATS.getFirst(), "type", "group"),
                    "date",
                    CLOCK.instant().getEpochSecond(),
                    "migrate_to_chat_id",
                    newId))));
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    assertThat(TELEGRAM.people().links(newId)).hasSize(1);
  }

  @Test
  void what_is_not_telegrams_or_not_known_passes_by() {
    VerifiedWebhook sms =
        new VerifiedWebhook(
            "twilio",
            "twilio",
            "SM1/delivered",
            "delivered",
            "SM1",
            CLOCK.instant(),
            CLOCK.instant(),
            Provenance.webhook(Trust.SIGNED, "v1"),
            "MessageSid=SM1".getBytes(StandardCharsets.UTF_8));
    publish(sms);
    publish(callback(Map.of("update_id", 900_000_002L, "poll", Map.of("id", "1"))));

    assertThat(texts("select reason from dead_letters where topic = 'callbacks.v1'")).isEmpty();
  }

  private List<String> accounts(EventExamples member) {
    return texts(
        "select telegram_user_id::text from telegram_links where customer_id = ?",
        member.customerId());
  }

  private static List<String> messages(EventExamples member) {
    return TELEGRAM.people().messages(userId(member)).stream().map(SentMessage::text).toList();
  }
}
