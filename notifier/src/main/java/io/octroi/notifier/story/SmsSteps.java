package io.octroi.notifier.story;

import io.octroi.operations.story.Step;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what carriers said last of a customer's text messages; numbers stay out of it. */
final class SmsSteps {
  private static final String RECEIPTS =
      """
      select m.told_at, m.message_sid, m.status, m.error_code, m.delivery_id, n.traceparent
        from sms_messages m
        join deliveries d on d.id = m.delivery_id
        join notifications n on n.id = d.notification_id
       where n.customer_id = ? and m.rank > 0
       order by m.told_at desc, m.message_sid limit ?
      """;

  private final JdbcTemplate jdbc;

  SmsSteps(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Step> of(String customer, int limit) {
    return jdbc.query(
        RECEIPTS,
        (row, number) ->
            Step.at(
                    row.getObject("told_at", OffsetDateTime.class).toInstant(),
                    "notifier",
                    "sms-receipt")
                .with("delivery_id", row.getString("delivery_id"))
                .with("message_sid", row.getString("message_sid"))
                .with("status", row.getString("status"))
                .with("code", row.getString("error_code"))
                .traced(row.getString("traceparent"))
                .told("Twilio says of the text message: " + row.getString("status")),
        customer,
        limit);
  }
}
