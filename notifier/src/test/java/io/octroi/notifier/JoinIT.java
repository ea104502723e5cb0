package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.notifier.membership.ChatStops;
import io.octroi.platform.telegram.JoinOutcome;
import io.octroi.platform.telegram.TelegramChat;
import io.octroi.platform.telegram.TelegramFault;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JoinIT extends LinkingContext {
  @Test
  void a_forwarded_link_admits_no_stranger_and_the_member_it_was_for() throws Exception {
    EventExamples member = invited();
    EventExamples stranger = newcomer("signaux");
    String link = linksOf(member).getFirst();

    ask(stranger, link);
    assertThat(isIn(stranger)).isFalse();
    assertThat(calls(stranger)).containsExactly("declineChatJoinRequest");

    ask(member, link);
    assertThat(isIn(member)).isTrue();
    tellUpdatesOf(member);
    reconcile();
    assertThat(TELEGRAM.people().join(link, userId(stranger))).isEqualTo(JoinOutcome.INVALID_LINK);
    assertThat(history(member)).contains("asked:", "approved:", "joined:inside", "link-revoked:");
  }

  @Test
  void who_is_linked_and_never_paid_for_this_chat_is_not_let_in() throws Exception {
    EventExamples member = invited();
    EventExamples elsewhere = member("plain");
    publish(elsewhere.activated(1, payment(), inDays(30)));

    ask(elsewhere, linksOf(member).getFirst());

    assertThat(isIn(elsewhere)).isFalse();
  }

  @Test
  void access_that_ended_between_invitation_and_request_lets_nobody_in() throws Exception {
    EventExamples reversed = invited();
    EventExamples late = member("signaux");
    publish(late.activated(1, payment(), inDays(30)));
    sendAll();

    publish(reversed.reversed(2, inDays(30)));
    ask(reversed, linksOf(reversed).getFirst());
    publish(late.amended(2, CLOCK.instant()));
    ask(late, linksOf(late).getFirst());

    assertThat(isIn(reversed)).isFalse();
    assertThat(isIn(late)).isFalse();
  }

  @Test
  void what_telegram_lost_is_found_by_asking() throws Exception {
    EventExamples joined = invited();
    EventExamples waiting = invited();
    TELEGRAM.people().silently(CHAT, userId(joined), TelegramChat.MEMBER);
    assertThat(TELEGRAM.people().join(linksOf(waiting).getFirst(), userId(waiting)))
        .isEqualTo(JoinOutcome.REQUESTED);
    reconcile();
    assertThat(standing(joined)).containsExactly("unknown");

    advance(Duration.ofHours(6));
    reconcile();

    assertThat(standing(joined)).containsExactly("inside");
    assertThat(isIn(waiting)).isTrue();
  }

  @Test
  void who_should_be_out_and_came_back_unseen_is_put_out_again() throws Exception {
    EventExamples member = joined();
    publish(member.expired(2, CLOCK.instant()));
    sendAll();
    assertThat(isIn(member)).isFalse();
    TELEGRAM.people().silently(CHAT, userId(member), TelegramChat.MEMBER);

    advance(Duration.ofMinutes(5));
    reconcile();

    assertThat(isIn(member)).isFalse();
    assertThat(TELEGRAM.people().chat(CHAT).statusOf(userId(member))).isEqualTo(TelegramChat.LEFT);
  }

  @Test
  void a_member_whose_end_has_passed_stays_until_it_is_said() throws Exception {
    EventExamples member = joined();
    publish(member.amended(2, CLOCK.instant()));

    advance(Duration.ofHours(6));
    reconcile();

    assertThat(isIn(member)).isTrue();
  }

  @Test
  void retry_after_is_obeyed_to_the_second() throws Exception {
    EventExamples member = invited();
    TELEGRAM.fail(
        "approveChatJoinRequest", 1, new TelegramFault.TooManyRequests(Duration.ofSeconds(30)));
    ask(member, linksOf(member).getFirst());

    advance(Duration.ofSeconds(29));
    reconcile();
    assertThat(calls(member)).containsExactly("approveChatJoinRequest");

    advance(Duration.ofSeconds(1));
    reconcile();
    assertThat(isIn(member)).isTrue();
  }

  @Test
  void an_answer_that_was_lost_is_asked_for_again() throws Exception {
    EventExamples member = invited();
    TELEGRAM.fail("approveChatJoinRequest", 1, new TelegramFault.HangUpAfter());
    ask(member, linksOf(member).getFirst());

    advance(Duration.ofSeconds(2));
    reconcile();

    assertThat(standing(member)).containsExactly("inside");
  }

  @Test
  void updates_in_any_order_and_twice_end_in_the_newest() throws Exception {
    EventExamples member = joined();
    tellUpdatesOf(member);
    advance(Duration.ofSeconds(10));
    TELEGRAM.people().leave(CHAT, userId(member));
    List<VerifiedWebhook> left = updatesOf(member);
    advance(Duration.ofSeconds(10));
    TELEGRAM.people().silently(CHAT, userId(member), TelegramChat.MEMBER);
    TELEGRAM.people().leave(CHAT, userId(member));
    List<VerifiedWebhook> leftAgain = updatesOf(member);

    leftAgain.forEach(this::publish);
    left.forEach(this::publish);
    leftAgain.forEach(this::publish);
    assertThat(standing(member)).containsExactly("outside");
    TELEGRAM.people().silently(CHAT, userId(member), TelegramChat.MEMBER);
    reconcile();

    // What was older than what is known makes us ask, and the answer counts.
    assertThat(standing(member)).containsExactly("inside");
  }

  @Test
  void the_owner_stays_and_is_one_finding_however_often_it_is_tried() throws Exception {
    EventExamples member = joined();
    TELEGRAM.people().silently(CHAT, userId(member), "creator");
    publish(member.expired(2, CLOCK.instant()));
    sendAll();

    for (int i = 0; i < 5; i++) {
      advance(Duration.ofHours(6));
      sendAll();
      reconcile();
    }

    assertThat(calls(member).stream().filter(call -> call.equals("banChatMember"))).hasSize(1);
    assertThat(findings("telegram_member_not_removable", CHAT + ":" + member.customerId()))
        .isEqualTo(1);
  }

  @Test
  void a_missing_right_stops_the_chat_at_once_as_one_finding_and_all_is_done_when_it_is_back()
      throws Exception {
    List<EventExamples> members = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      members.add(joined());
    }
    TELEGRAM.people().bot(CHAT, "member");
    for (EventExamples member : members) {
      publish(member.expired(2, CLOCK.instant()));
    }
    int before = TELEGRAM.calls().size();
    sendOneRound();
    for (int i = 0; i < 10; i++) {
      advance(Duration.ofMinutes(5));
      sendAll();
      reconcile();
    }
    assertThat(findings(ChatStops.CONDITION, String.valueOf(CHAT))).isEqualTo(1);
    assertThat(TELEGRAM.calls().size() - before).isLessThan(20);
    assertThat(members).allMatch(LinkingContext::isIn);

    TELEGRAM.people().bot(CHAT, "administrator");
    publish(botIsAdministrator());
    assertThat(findings(ChatStops.CONDITION, String.valueOf(CHAT))).isZero();
    for (int i = 0; i < 3; i++) {
      advance(Duration.ofMinutes(30));
      sendAll();
      reconcile();
    }

    assertThat(members).noneMatch(LinkingContext::isIn);
  }

  @Test
  void an_account_whose_link_is_replaced_loses_its_place() throws Exception {
    EventExamples member = joined();

    jdbc.update("delete from telegram_links where customer_id = ?", member.customerId());
    jdbc.update(
        "update telegram_memberships set cut_at = ?, due_at = ? where telegram_user_id = ?",
        CLOCK.instant().atOffset(ZoneOffset.UTC),
        CLOCK.instant().atOffset(ZoneOffset.UTC),
        userId(member));
    reconcile();

    assertThat(isIn(member)).isFalse();
  }

  @Test
  void several_instances_answer_each_request_once() throws Exception {
    EventExamples first = invited();
    List<EventExamples> strangers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      EventExamples stranger = newcomer("signaux");
      TELEGRAM.people().join(linksOf(first).getFirst(), userId(stranger));
      tellUpdatesOf(stranger);
      strangers.add(stranger);
    }

    try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        runs.add(
            instances.submit(() -> {
              reconcile();
              return null;
            }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }

    assertThat(strangers)
        .allSatisfy(
            stranger -> assertThat(calls(stranger)).containsExactly("declineChatJoinRequest"));
    assertThat(texts("select 1 from telegram_memberships where customer_id = ''")).isEmpty();
  }

  private EventExamples invited() throws InterruptedException {
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    return member;
  }

  private EventExamples joined() throws InterruptedException {
    EventExamples member = invited();
    ask(member, linksOf(member).getFirst());
    assertThat(isIn(member)).isTrue();
    tellUpdatesOf(member);
    reconcile();
    return member;
  }

  private void sendOneRound() throws InterruptedException {
    dispatcher.runOnce();
  }
}
