package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.EventIds;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.telegram.JoinOutcome;
import io.octroi.platform.telegram.TelegramChat;
import io.octroi.platform.telegram.TelegramFault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MembershipIT extends LinkingContext {
  @Test
  void who_expires_is_put_out_and_may_come_back() throws Exception {
    EventExamples member = joined();

    publish(member.expired(2, CLOCK.instant()));
    sendAll();

    assertThat(removals(member))
        .containsExactly("banChatMember", "unbanChatMember only_if_banned=true");
    assertThat(chat().statusOf(userId(member))).isEqualTo(TelegramChat.LEFT);
    assertThat(mailsTo(member).getLast().subject()).contains("est terminé");

    publish(member.activated(3, payment(), inDays(30)));
    sendAll();
    ask(member, linksOf(member).getLast());
    assertThat(chat().has(userId(member))).isTrue();
  }

  @Test
  void an_unused_link_lets_nobody_in_once_access_is_over() throws Exception {
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    publish(member.reversed(2, inDays(30)));
    sendAll();

    assertThat(TELEGRAM.people().join(linksOf(member).getFirst(), userId(member)))
        .isEqualTo(JoinOutcome.INVALID_LINK);
  }

  @Test
  void who_paid_again_before_the_removal_stays() throws Exception {
    EventExamples member = joined();
    publish(member.expired(2, CLOCK.instant()));
    publish(member.activated(3, payment(), inDays(30)));

    sendAll();

    assertThat(removals(member)).isEmpty();
    assertThat(chat().has(userId(member))).isTrue();
    assertThat(deliveries(member))
        .contains("telegram.removal:dropped:active_again", "telegram.revocation:sent:");
  }

  @Test
  void an_end_that_comes_after_newer_news_puts_nobody_out() throws Exception {
    EventExamples member = joined();
    publish(member.renewed(3, payment(), inDays(60)));

    publish(member.with(new Contact("old@example.com", "en", null)).expired(2, CLOCK.instant()));
    sendAll();

    assertThat(chat().has(userId(member))).isTrue();
    assertThat(deliveries(member)).contains("telegram.removal:dropped:active_again");
    publish(member.with(Contact.UNKNOWN).reminder(3, inDays(60)));
    sendAll();
    assertThat(mailsTo(member).getLast().subject()).contains("se termine bientôt");
  }

  @Test
  void a_ban_that_was_not_lifted_is_lifted_when_the_member_pays_again() throws Exception {
    EventExamples member = joined();
    TELEGRAM.fail("unbanChatMember", 1, new TelegramFault.TooManyRequests(Duration.ofSeconds(9)));
    publish(member.expired(2, CLOCK.instant()));
    sendAll();
    assertThat(chat().statusOf(userId(member))).isEqualTo(TelegramChat.KICKED);

    publish(member.activated(3, payment(), inDays(30)));
    advance(Duration.ofSeconds(10));
    sendAll();

    assertThat(deliveries(member)).contains("telegram.removal:dropped:active_again");
    assertThat(TELEGRAM.people().join(linksOf(member).getLast(), userId(member)))
        .isEqualTo(JoinOutcome.REQUESTED);
  }

  @Test
  void who_has_another_way_into_the_chat_stays() throws Exception {
    EventExamples member = joined();
    EventExamples archive =
        new EventExamples(
            EventIds.next(CLOCK.instant()),
            "other_" + member.customerId(),
            "archive",
            member.contact(),
            CLOCK.instant());
    publish(archive.activated(1, payment(), inDays(90)));

    publish(member.expired(2, CLOCK.instant()));
    sendAll();

    assertThat(deliveries(member)).contains("telegram.removal:dropped:paid_for_otherwise");
    assertThat(chat().has(userId(member))).isTrue();
  }

  @Test
  void a_removal_waits_until_the_account_is_known() throws Exception {
    EventExamples member = newcomer("signaux");
    EventExamples byMailOnly = member.with(new Contact(email(member), "fr", null));
    publish(byMailOnly.activated(1, payment(), inDays(30)));
    sendAll();
    TELEGRAM.people().silently(CHAT, userId(member), TelegramChat.MEMBER);
    publish(byMailOnly.expired(2, CLOCK.instant()));
    sendAll();
    assertThat(deliveries(member)).contains("telegram.removal:waiting_contact:");

    publish(member.expired(3, CLOCK.instant()));
    sendAll();

    assertThat(chat().has(userId(member))).isFalse();
  }

  @Test
  void the_owner_of_the_chat_is_left_alone() throws Exception {
    EventExamples member = joined();
    TELEGRAM.fail("banChatMember", 1, new TelegramFault.BadRequest("can't remove chat owner"));

    publish(member.expired(2, CLOCK.instant()));
    sendAll();

    assertThat(deliveries(member)).contains("telegram.removal:dropped:chat_owner");
  }

  @Test
  void a_missing_right_stops_at_once() throws Exception {
    EventExamples member = joined();
    TELEGRAM.fail(
        "banChatMember",
        1,
        new TelegramFault.BadRequest("not enough rights to restrict/unrestrict chat member"));

    publish(member.expired(2, CLOCK.instant()));
    sendAll();
    advance(Duration.ofDays(1));
    sendAll();

    assertThat(deliveries(member)).contains("telegram.removal:failed:not_enough_rights");
    assertThat(removals(member)).containsExactly("banChatMember");
  }

  @Test
  void a_chat_that_moved_is_found_under_its_new_id() throws Exception {
    EventExamples member = member("duo");
    long newId = -1003000000001L;
    TELEGRAM.people().channel(newId, "Duo, moved");
    TELEGRAM.fail("createChatInviteLink", 1, new TelegramFault.Upgraded(newId));

    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    advance(Duration.ofSeconds(3));
    sendAll();

    assertThat(linksOf(member)).hasSize(2);
    assertThat(TELEGRAM.people().links(newId)).hasSize(1);
  }

  private EventExamples joined() throws InterruptedException {
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    ask(member, linksOf(member).getFirst());
    assertThat(chat().has(userId(member))).isTrue();
    return member;
  }

  private static List<String> removals(EventExamples member) {
    return TELEGRAM.calls().stream()
        .filter(call -> String.valueOf(userId(member)).equals(call.parameters().get("user_id")))
        .filter(call -> call.method().toLowerCase(Locale.ROOT).contains("banchatmember"))
        .map(call ->
            call.parameters().containsKey("only_if_banned")
                ? call.method() + " only_if_banned=" + call.parameters().get("only_if_banned")
                : call.method())
        .toList();
  }

  private static TelegramChat chat() {
    return TELEGRAM.people().chat(CHAT);
  }
}
