package io.octroi.notifier.membership;

import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.subscription.SubscriptionStates;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks for members who have paid and whom a human administrator banned. They stay banned, for that
 * is the administrator's decision; but somebody has to know that money is taken for nothing.
 */
public class BannedMembers {
  private static final String BANNED =
      """
      select m.chat_id, l.customer_id
        from telegram_memberships m join telegram_links l using (telegram_user_id)
       where m.standing = 'banned' and not m.lift_owed
       order by m.chat_id, m.telegram_user_id limit 10000
      """;

  private final JdbcTemplate jdbc;
  private final SubscriptionStates subscriptions;
  private final Chats chats;
  private final MembershipFindings findings;
  private final Clock clock;

  BannedMembers(
      JdbcTemplate jdbc,
      SubscriptionStates subscriptions,
      Chats chats,
      MembershipFindings findings,
      Clock clock) {
    this.jdbc = jdbc;
    this.subscriptions = subscriptions;
    this.chats = chats;
    this.findings = findings;
    this.clock = clock;
  }

  private record Banned(long chatId, String customerId) {}

  /** Looks at all who are banned. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  public void check() {
    Instant now = clock.instant();
    Set<String> paying = new HashSet<>();
    for (Banned banned : banned()) {
      if (hasPaid(banned, now)) {
        paying.add(findings.payingMemberBanned(banned.chatId(), banned.customerId()));
      }
    }
    findings.nobodyElseIsBanned(paying);
  }

  private List<Banned> banned() {
    return jdbc.query(
        BANNED, (row, number) -> new Banned(row.getLong("chat_id"), row.getString("customer_id")));
  }

  private boolean hasPaid(Banned banned, Instant now) {
    List<SubscriptionState> open =
        subscriptions.ofCustomer(banned.customerId()).stream()
            .filter(state -> !state.isOverAt(now))
            .toList();
    return chats.isOpenedByActive(open, banned.chatId());
  }
}
