package io.octroi.notifier.delivery;

import io.octroi.contracts.EventIds;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Plans what is told over further media, and what stands in for a delivery that did not reach the
 * customer; in the transaction it is called in. Each medium tells a notification once.
 */
public final class Routes {
  /** Nothing waits for an address here: who is not known over one medium is told over another. */
  private static final String PLAN =
      """
      insert into deliveries (id, notification_id, action, target, address, customer_id, status,
             due_at, created_at, instead_of)
      select ?, n.id, ?, '', ?, n.customer_id, 'due', ?, ?, ?
        from notifications n
       where n.id = ? and exists (
         select from contacts c
          where c.customer_id = n.customer_id
            and case ? when 'email' then c.email is not null
                  when 'phone' then c.phone is not null
                  else c.telegram_user_id is not null end
         union all
         select from telegram_links l
          where ? = 'telegram' and l.customer_id = n.customer_id)
      on conflict (notification_id, action, target) do nothing
      """;

  /** A link that nobody got is worth waiting for an address. */
  private static final String GIVE_UP_WAITING =
      """
      update deliveries d set status = 'dropped', code = 'no_address', settled_at = ?
       where d.id = ? and d.status = 'waiting_contact'
         and exists (select from deliveries other where other.instead_of = d.id)
         and not exists (
           select from deliveries link
            where link.notification_id = d.notification_id
              and link.action = 'telegram.invitation')
      """;

  private final JdbcTemplate jdbc;
  private final RoutingProperties properties;

  Routes(JdbcTemplate jdbc, RoutingProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /**
   * To be called when notifications and the deliveries they always have are made.
   *
   * @param waiting those of the deliveries whose address nobody has told
   */
  public void extend(Collection<Notification> made, List<Missed> waiting, Instant now) {
    for (Notification notification : made) {
      properties
          .besides(notification.kind(), notification.subject().planCode())
          .forEach(medium -> plan(medium, notification.id(), null, now));
    }
    for (Missed one : waiting) {
      missed(one, now);
      jdbc.update(GIVE_UP_WAITING, utc(now), one.deliveryId());
    }
  }

  /**
   * To be called, under the notification's row lock, when a delivery has come to an end without
   * reaching the customer. What is told over the next medium already is not told again.
   */
  public void missed(Missed missed, Instant now) {
    Medium.of(missed.action()).ifPresent(medium -> standIn(medium, missed, now));
  }

  /** A delivery that did not reach the customer. */
  public record Missed(UUID deliveryId, UUID notificationId, DeliveryAction action) {}

  private void standIn(Medium medium, Missed missed, Instant now) {
    for (Medium next : properties.after(medium, kind(missed.notificationId()))) {
      if (isTold(missed.notificationId(), next)
          || plan(next, missed.notificationId(), missed.deliveryId(), now)) {
        return;
      }
    }
  }

  private NotificationKind kind(UUID notificationId) {
    return NotificationKind.ofWireName(
        String.valueOf(
            jdbc.queryForObject(
                "select kind from notifications where id = ?", String.class, notificationId)));
  }

  /** Where that delivery does not reach the customer either, its own end calls for the next one. */
  private boolean isTold(UUID notificationId, Medium medium) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from deliveries where notification_id = ? and action = ?"
                + " and status not in ('failed', 'waiting_contact'))",
            Boolean.class,
            notificationId,
            medium.action().wireName()));
  }

  private boolean plan(Medium medium, UUID notificationId, @Nullable UUID insteadOf, Instant now) {
    String address = medium.action().address().wireName();
    return jdbc.update(
            PLAN,
            EventIds.next(now),
            medium.action().wireName(),
            address,
            utc(now),
            utc(now),
            insteadOf,
            notificationId,
            address,
            address)
        == 1;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
