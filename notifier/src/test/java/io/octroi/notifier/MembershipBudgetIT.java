package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.intake.EventExamples;
import io.octroi.notifier.membership.BannedMembers;
import io.octroi.operations.stateage.StateAges;
import io.octroi.platform.telegram.TelegramFault;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits in chats for too long, and who is kept out although they paid, is found. */
class MembershipBudgetIT extends LinkingContext {
  @Autowired private StateAges ages;
  @Autowired private BannedMembers banned;

  @Test
  void a_step_that_nobody_takes_up_is_a_finding_until_it_is_done() throws Exception {
    // Given
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    advance(Duration.ofMinutes(16));

    // When
    ages.check();

    // Then
    assertThat(overBudget("telegram.membership_due", member)).isOne();

    // When
    reconcile();
    ages.check();

    // Then
    assertThat(overBudget("telegram.membership_due", member)).isZero();
  }

  @Test
  void a_step_that_telegram_refuses_again_and_again_is_a_finding_until_it_succeeds()
      throws Exception {
    // Given
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    TELEGRAM.fail("getChatMember", 3, new TelegramFault.BadRequest("a new word"));
    for (int i = 0; i < 3; i++) {
      jdbc.update(
          "update telegram_memberships set check_at = ? where customer_id = ?",
          CLOCK.instant().atOffset(ZoneOffset.UTC),
          member.customerId());
      reconcile();
      advance(Duration.ofHours(1));
    }

    // When
    ages.check();

    // Then
    assertThat(overBudget("telegram.membership_failing", member)).isOne();

    // When
    reconcile();
    ages.check();

    // Then
    assertThat(overBudget("telegram.membership_failing", member)).isZero();
  }

  @Test
  void a_link_that_outlives_its_access_is_a_finding_until_it_is_revoked() throws Exception {
    // Given
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    publish(member.reversed(2, CLOCK.instant()));
    advance(Duration.ofMinutes(61));

    // When
    ages.check();

    // Then
    assertThat(openLinkFindings(member)).isOne();

    // When
    sendAll();
    ages.check();

    // Then
    assertThat(openLinkFindings(member)).isZero();
  }

  @Test
  void a_linked_customer_who_was_sent_no_link_is_a_finding_until_they_are() throws Exception {
    // Given: the link is made, and the mail with it cannot leave
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    jdbc.update(
        "update deliveries set status = 'due', due_at = ? where customer_id = ?"
            + " and action = 'email'",
        CLOCK.instant().plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC),
        member.customerId());
    jdbc.update(
        "update deliveries set attempts = 1 where customer_id = ? and action = 'email'",
        member.customerId());
    sendAll();
    advance(Duration.ofMinutes(61));

    // When
    ages.check();

    // Then
    assertThat(untoldFindings(member)).isOne();

    // When
    advance(Duration.ofHours(3));
    sendAll();
    ages.check();

    // Then
    assertThat(untoldFindings(member)).isZero();
  }

  @Test
  void who_paid_and_was_banned_by_a_person_stays_out_and_an_operator_hears_of_it()
      throws Exception {
    // Given
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    ask(member, linksOf(member).getFirst());
    assertThat(isIn(member)).isTrue();

    // When
    standing(member, "banned");
    banned.check();

    // Then
    assertThat(findings("telegram_paying_member_banned", CHAT + ":" + member.customerId())).isOne();

    // When: the administrator changes their mind
    standing(member, "outside");
    banned.check();

    // Then
    assertThat(findings("telegram_paying_member_banned", CHAT + ":" + member.customerId()))
        .isZero();
  }

  @Test
  void who_is_banned_and_has_not_paid_is_nobodys_business() throws Exception {
    // Given
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(1)));
    sendAll();
    reconcile();
    standing(member, "banned");
    advance(Duration.ofDays(2));

    // When
    banned.check();

    // Then
    assertThat(findings("telegram_paying_member_banned", CHAT + ":" + member.customerId()))
        .isZero();
  }

  private void standing(EventExamples member, String standing) {
    jdbc.update(
        "update telegram_memberships set standing = ? where customer_id = ?",
        standing,
        member.customerId());
  }

  private int overBudget(String state, EventExamples member) {
    return findings("state_over_budget", state + ":" + CHAT + ":" + member.customerId());
  }

  private int openLinkFindings(EventExamples member) {
    return linkFindings("telegram.link_open_after_end", member);
  }

  private int untoldFindings(EventExamples member) {
    return linkFindings("telegram.invitation_untold", member);
  }

  private int linkFindings(String state, EventExamples member) {
    return texts(
            "select f.id from findings f"
                + " join invitations i on f.subject = ? || ':' || i.delivery_id"
                + " join notifications n on n.id = i.notification_id"
                + " where f.condition = 'state_over_budget' and f.state = 'open'"
                + " and n.customer_id = ?",
            state,
            member.customerId())
        .size();
  }
}
