package io.octroi.notifier.membership;

import io.octroi.operations.stateage.ClockedView;
import io.octroi.operations.stateage.StateBudget;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long what is to happen in chats may be outstanding. */
@Configuration(proxyBeanMethods = false)
class MembershipBudgets {
  /** A chat that refuses the bot is a finding of its own, not one a member. */
  private static final String NOT_STOPPED =
      " and not exists (select from telegram_chat_stops s where s.chat_id = m.chat_id)";

  private static final String REQUESTS =
      """
      select chat_id::text || ':' || customer_id as subject, asked_at as since
        from telegram_memberships where asked_at <= ?
      """;

  private static final String DUE =
      """
      select m.chat_id::text || ':' || m.customer_id as subject, m.due_at as since
        from telegram_memberships m where m.due_at <= ? and m.attempts = 0
      """
          + NOT_STOPPED;

  private static final String FAILING =
      """
      select m.chat_id::text || ':' || m.customer_id as subject, m.failing_since as since
        from telegram_memberships m where m.failing_since <= ?
      """
          + NOT_STOPPED;

  /** Of links into a chat the newest counts, and only for who is linked and not in. */
  private static final String UNTOLD =
      """
      select i.delivery_id::text as subject, greatest(i.created_at, l.linked_at) as since
        from invitations i
        join subscription_states s using (subscription_id)
        join telegram_links l on l.customer_id = s.customer_id
       where i.told_at is null and i.revoked_at is null and i.created_at <= ?
         and s.status = 'active'
         and not exists (
           select from invitations told
            where told.subscription_id = i.subscription_id and told.chat_id = i.chat_id
              and told.told_at is not null and told.created_at >= i.created_at)
         and not exists (
           select from telegram_memberships m
            where m.chat_id = i.chat_id and m.telegram_user_id = l.telegram_user_id
              and m.standing in ('inside', 'administrator', 'owner', 'banned'))
      """;

  private static final String OPEN_AFTER_END =
      """
      select i.delivery_id::text as subject, greatest(i.created_at, s.ends_at) as since
        from invitations i
        join subscription_states s using (subscription_id)
       where i.revoked_at is null and i.expires_at > ? and s.status = 'expired'
         and i.version < s.version
      """;

  @Bean
  StateBudget joinRequests(JdbcTemplate jdbc, MembershipProperties settings, Clock clock) {
    return new StateBudget(
        "telegram.join_request",
        settings.budgets().joinRequest(),
        "See whether the bot may act in the chat (bin/octroi chats list) and what Telegram answers.",
        new ClockedView(jdbc, clock, REQUESTS));
  }

  @Bean
  StateBudget dueMemberships(JdbcTemplate jdbc, MembershipProperties settings, Clock clock) {
    return new StateBudget(
        "telegram.membership_due",
        settings.budgets().membershipDue(),
        "Nobody has taken it up: see whether a notifier with"
            + " octroi.notifier.telegram.membership.enabled runs, and whether the chat is held.",
        new ClockedView(jdbc, clock, DUE));
  }

  @Bean
  StateBudget failingMemberships(JdbcTemplate jdbc, MembershipProperties settings, Clock clock) {
    return new StateBudget(
        "telegram.membership_failing",
        settings.budgets().membershipFailing(),
        "Telegram refuses the step again and again: see its code (bin/octroi chats members).",
        new ClockedView(jdbc, clock, FAILING));
  }

  @Bean
  StateBudget untoldInvitations(JdbcTemplate jdbc, MembershipProperties settings, Clock clock) {
    return new StateBudget(
        "telegram.invitation_untold",
        settings.budgets().invitationUntold(),
        "A linked customer has paid and was sent no link: see their deliveries (bin/octroi explain"
            + " --customer ID), and whether the bot is blocked and the mail was refused.",
        new ClockedView(jdbc, clock, UNTOLD));
  }

  @Bean
  StateBudget linksOpenAfterTheEnd(JdbcTemplate jdbc, MembershipProperties settings, Clock clock) {
    return new StateBudget(
        "telegram.link_open_after_end",
        settings.budgets().linkOpenAfterEnd(),
        "Access is over and a link still works: see the telegram.revocation delivery; requests are"
            + " declined meanwhile.",
        new ClockedView(jdbc, clock, OPEN_AFTER_END));
  }
}
