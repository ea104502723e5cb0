package io.octroi.notifier.membership;

import io.octroi.notifier.notification.Notification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The links that were made. */
public final class Invitations {
  private final JdbcTemplate jdbc;

  Invitations(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void store(Notification notification, Invitation invitation, Instant now) {
    jdbc.update(
        "insert into invitations (delivery_id, notification_id, subscription_id, version, chat_id,"
            + " link, expires_at, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        invitation.deliveryId(),
        notification.id(),
        notification.access().subscriptionId(),
        notification.access().version(),
        invitation.chatId(),
        invitation.link(),
        utc(invitation.expiresAt()),
        utc(now));
  }

  /** The links of a notification that still let somebody in. */
  public List<Invitation> usable(UUID notificationId, Instant now) {
    return jdbc.query(
        "select * from invitations where notification_id = ? and revoked_at is null"
            + " and expires_at > ? order by created_at, delivery_id",
        (row, number) -> read(row),
        notificationId,
        utc(now));
  }

  /** The links of a subscription that still work, whatever notification they were made for. */
  List<Invitation> usableOf(UUID subscriptionId, Instant now) {
    return jdbc.query(
        "select * from invitations where subscription_id = ? and revoked_at is null"
            + " and expires_at > ? order by created_at, delivery_id",
        (row, number) -> read(row),
        subscriptionId,
        utc(now));
  }

  /** Those of the usable links that no accepted mail holds. */
  public List<Invitation> untold(UUID notificationId, Instant now) {
    return jdbc.query(
        "select * from invitations where notification_id = ? and revoked_at is null"
            + " and told_at is null and expires_at > ? order by created_at, delivery_id",
        (row, number) -> read(row),
        notificationId,
        utc(now));
  }

  /** Whether a notification has invitations that are not settled, or failed and may be mended. */
  public boolean arePending(UUID notificationId) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from deliveries where notification_id = ?"
                + " and action = 'telegram.invitation' and status not in ('sent', 'dropped'))",
            Boolean.class,
            notificationId));
  }

  /** Notes that an accepted mail holds these links. */
  public void told(Collection<Invitation> invitations, Instant now) {
    for (Invitation invitation : invitations) {
      jdbc.update(
          "update invitations set told_at = ? where delivery_id = ? and told_at is null",
          utc(now),
          invitation.deliveryId());
    }
  }

  /** Links into a chat that older versions of the subscription gave out, {@code limit} at most. */
  List<Invitation> usableBefore(Notification ended, long chatId, Instant now, int limit) {
    return jdbc.query(
        "select * from invitations where subscription_id = ? and chat_id = ? and version < ?"
            + " and revoked_at is null and expires_at > ? order by created_at, delivery_id limit ?",
        (row, number) -> read(row),
        ended.access().subscriptionId(),
        chatId,
        ended.access().version(),
        utc(now),
        limit);
  }

  /** A customer's links into a chat that still work, {@code limit} at most. */
  List<Invitation> openOf(String customerId, long chatId, Instant now, int limit) {
    return jdbc.query(
        "select i.* from invitations i join notifications n on n.id = i.notification_id"
            + " where n.customer_id = ? and i.chat_id = ? and i.revoked_at is null"
            + " and i.expires_at > ? order by i.created_at, i.delivery_id limit ?",
        (row, number) -> read(row),
        customerId,
        chatId,
        utc(now),
        limit);
  }

  /** Those of the open links that were there when their customer was last seen to come in. */
  List<Invitation> usedOf(String customerId, long chatId, Instant now, int limit) {
    return jdbc.query(
        "select i.* from invitations i join notifications n on n.id = i.notification_id"
            + " where n.customer_id = ? and i.chat_id = ? and i.revoked_at is null"
            + " and i.expires_at > ? and exists (select from telegram_memberships m"
            + " where m.customer_id = n.customer_id and m.chat_id = i.chat_id"
            + " and m.seen_at >= date_trunc('second', i.created_at))"
            + " order by i.created_at, i.delivery_id limit ?",
        (row, number) -> read(row),
        customerId,
        chatId,
        utc(now),
        limit);
  }

  void revoked(Invitation invitation, Instant now) {
    jdbc.update(
        "update invitations set revoked_at = ? where delivery_id = ? and revoked_at is null",
        utc(now),
        invitation.deliveryId());
  }

  private static Invitation read(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("delivery_id", UUID.class),
        row.getLong("chat_id"),
        row.getString("link"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
