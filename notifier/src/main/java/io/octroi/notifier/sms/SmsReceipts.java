package io.octroi.notifier.sms;

import io.octroi.notifier.delivery.Delivery;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.Routes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps what became of messages, and lets a delivery whose message did not arrive fail; in the
 * transaction it is called in. Twilio's word and the record of who was written to meet in one row,
 * whichever comes first.
 */
public final class SmsReceipts {
  private static final String HANDED_OVER =
      """
      insert into sms_messages as m (message_sid, delivery_id, status, rank, told_at)
      values (?, ?, 'accepted', 0, ?)
      on conflict (message_sid) do update set delivery_id = excluded.delivery_id
      returning delivery_id, status, error_code
      """;

  private static final String TOLD =
      """
      insert into sms_messages as m (message_sid, status, rank, error_code, told_at)
      values (?, ?, ?, ?, ?)
      on conflict (message_sid) do update
         set status = excluded.status, rank = excluded.rank, error_code = excluded.error_code,
             told_at = excluded.told_at
       where m.rank < excluded.rank
      returning delivery_id, status, error_code
      """;

  private static final String OWNER =
      """
      select d.notification_id, d.customer_id
        from deliveries d join notifications n on n.id = d.notification_id
       where d.id = ? for no key update of n
      """;

  private final JdbcTemplate jdbc;
  private final Routes routes;
  private final SmsFindings findings;

  SmsReceipts(JdbcTemplate jdbc, Routes routes, SmsFindings findings) {
    this.jdbc = jdbc;
    this.routes = routes;
    this.findings = findings;
  }

  /** Twilio has a delivery's message; what it said of it before that was known counts now. */
  void handedOver(String messageSid, Delivery delivery, Instant now) {
    jdbc.query(
            HANDED_OVER,
            (row, number) -> receipt(row),
            messageSid,
            delivery.id(),
            now.atOffset(ZoneOffset.UTC))
        .forEach(receipt -> settle(receipt, now));
  }

  /**
   * Twilio says how far a message has come; what it said before, or what is behind that, changes
   * nothing.
   *
   * @param errorCode such as {@code 30003}; empty for none
   */
  public void told(String messageSid, SmsStatus status, String errorCode, Instant now) {
    jdbc.query(
            TOLD,
            (row, number) -> receipt(row),
            messageSid,
            status.wireName(),
            status.rank(),
            errorCode,
            now.atOffset(ZoneOffset.UTC))
        .forEach(receipt -> settle(receipt, now));
  }

  /** Forgets what was said before an instant of messages that are nobody's here. */
  void forgetUnknown(Instant before) {
    jdbc.update(
        "delete from sms_messages where delivery_id is null and told_at < ?",
        before.atOffset(ZoneOffset.UTC));
  }

  private void settle(Receipt receipt, Instant now) {
    UUID delivery = receipt.deliveryId();
    if (delivery != null && receipt.status().isMissed()) {
      missed(delivery, receipt.code(), now);
    } else if (delivery != null && receipt.status().isReached()) {
      reached(delivery);
    }
  }

  private void missed(UUID delivery, String code, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    jdbc.query(
        OWNER,
        row -> {
          jdbc.update(
              "update deliveries set status = 'failed', code = ?, settled_at = ?"
                  + " where id = ? and status = 'sent'",
              code,
              at,
              delivery);
          routes.missed(
              new Routes.Missed(
                  delivery, row.getObject("notification_id", UUID.class), DeliveryAction.SMS),
              now);
          findings.unreachable(row.getString("customer_id"), code);
        },
        delivery);
  }

  /** Also after it was given up: the later word is the better one. */
  private void reached(UUID delivery) {
    jdbc.query(
        OWNER,
        row -> {
          jdbc.update(
              "update deliveries set status = 'sent', code = '' where id = ? and status = 'failed'",
              delivery);
          findings.reached(row.getString("customer_id"));
        },
        delivery);
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        row.getObject("delivery_id", UUID.class),
        SmsStatus.ofWireName(row.getString("status")).orElseThrow(),
        row.getString("error_code"));
  }

  private record Receipt(@Nullable UUID deliveryId, SmsStatus status, String errorCode) {
    String code() {
      return status.wireName() + (errorCode.isEmpty() ? "" : "_" + errorCode);
    }
  }
}
