package io.octroi.notifier.delivery;

import io.octroi.contracts.EventIds;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps links and the messages that carry them together: a confirmation leaves as soon as the last
 * of its invitations is settled, and a link that came too late for it gets a mail of its own. Runs
 * under the notification's row lock.
 */
final class InvitationMails {
  private static final String LET_GO =
      """
      update deliveries mail set due_at = ?
       where mail.notification_id = ? and mail.action in ('email', 'telegram.links')
         and mail.due_at > ? and mail.attempts = 0 and mail.status in ('waiting_contact', 'due')
         and not exists (
           select from deliveries link
            where link.notification_id = mail.notification_id
              and link.action = 'telegram.invitation' and link.settled_at is null)
      """;

  private static final String FOLLOW_UP =
      """
      insert into deliveries (id, notification_id, action, target, address, customer_id, status,
             due_at, created_at)
      select ?, mail.notification_id, 'email.link', link.chat_id::text, 'email', mail.customer_id,
             'due', ?, ?
        from invitations link join deliveries mail using (notification_id)
       where mail.notification_id = ? and mail.action = 'email' and mail.status = 'sent'
         and link.told_at is null and link.revoked_at is null
         and exists (select from telegram_links l where l.customer_id = mail.customer_id)
       order by link.created_at, link.delivery_id limit 1
      on conflict (notification_id, action, target) do nothing
      """;

  private static final Set<DeliveryAction> CARRY_OR_MAKE_LINKS =
      EnumSet.of(
          DeliveryAction.TELEGRAM_INVITATION, DeliveryAction.EMAIL, DeliveryAction.EMAIL_LINK);

  private final JdbcTemplate jdbc;

  InvitationMails(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** To be called when a delivery of the notification has settled. */
  void settled(Delivery delivery, Instant at) {
    OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
    if (delivery.action() == DeliveryAction.TELEGRAM_INVITATION) {
      jdbc.update(LET_GO, now, delivery.notificationId(), now);
    }
    if (CARRY_OR_MAKE_LINKS.contains(delivery.action())) {
      jdbc.update(FOLLOW_UP, EventIds.next(at), now, now, delivery.notificationId());
    }
  }
}
