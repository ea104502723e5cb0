package io.octroi.payment.story;

import io.octroi.payment.ledger.Sha256;
import io.octroi.payment.payment.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the stories of payments are told from. */
final class StoryRows {
  private static final String ARRIVAL =
      """
      l.position, l.endpoint, l.provider, l.event_id, l.event_type, l.occurred_at, l.received_at,
      l.recorded_at, l.trust, l.origin, l.secret_version, l.sha256, l.sealed_sha256, l.topic,
      l.partition_no, l.offset_no, l.outcome, l.reason, l.traceparent
      """;
  private static final String PAYMENT =
      """
      with recursive kept as (
        select * from payments where id = ?
        union
        select p.* from payments p join kept k on p.id = k.merged_into)
      select id, created_at, customer_id from kept where merged_into is null
      """;
  private static final String OF_CUSTOMER =
      """
      select id, created_at, customer_id from payments
       where customer_id = ? and merged_into is null order by id desc limit ?
      """;
  private static final String OF_EVENT =
      """
      select p.id, p.created_at, p.customer_id
        from payments p
       where p.merged_into is null
         and p.id in (select f.payment_id from payment_facts f where f.event_id = ?)
       order by p.id desc limit ?
      """;

  private final JdbcTemplate jdbc;

  StoryRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A payment; of one that turned out to be another, that one. */
  List<Told> payment(UUID id) {
    return jdbc.query(PAYMENT, (row, number) -> told(row), id);
  }

  List<Told> ofCustomer(String customer, int limit) {
    return jdbc.query(OF_CUSTOMER, (row, number) -> told(row), customer, limit);
  }

  List<Told> ofEvent(String eventId, int limit) {
    return jdbc.query(OF_EVENT, (row, number) -> told(row), eventId, limit);
  }

  /** Webhooks with this id, at whichever endpoint. */
  List<Arrival> arrivals(String eventId, int limit) {
    return jdbc.query(
        "select " + ARRIVAL + " from ledger l where l.event_id = ? order by l.position limit ?",
        (row, number) -> arrival(row),
        eventId,
        limit);
  }

  /** The webhooks that told of a payment, by their id. */
  Map<String, Arrival> arrivals(PaymentId payment) {
    Map<String, Arrival> found = new HashMap<>();
    jdbc.query(
        "select "
            + ARRIVAL
            + " from payment_facts f join ledger l on l.endpoint = f.endpoint"
            + " and l.event_id = f.event_id where f.payment_id = ?",
        row -> {
          Arrival arrival = arrival(row);
          found.put(arrival.eventId(), arrival);
        },
        payment.value());
    return found;
  }

  private static Told told(ResultSet row) throws SQLException {
    String customer = row.getString("customer_id");
    return new Told(
        new PaymentId(row.getObject("id", UUID.class)),
        instant(row, "created_at"),
        customer == null ? "" : customer);
  }

  private static Arrival arrival(ResultSet row) throws SQLException {
    return new Arrival(
        row.getLong("position"),
        row.getString("endpoint"),
        row.getString("provider"),
        row.getString("event_id"),
        row.getString("event_type"),
        instant(row, "occurred_at"),
        instant(row, "received_at"),
        instant(row, "recorded_at"),
        row.getString("trust"),
        row.getString("origin"),
        row.getString("secret_version"),
        Sha256.ofBytes(row.getBytes("sha256")).hex(),
        row.getString("sealed_sha256"),
        row.getString("topic") + "/" + row.getInt("partition_no") + "@" + row.getLong("offset_no"),
        row.getString("outcome"),
        row.getString("reason"),
        row.getString("traceparent"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The ids of {@code payments} as text. */
  static List<String> ids(Collection<Told> payments) {
    return payments.stream().map(p -> p.id().toString()).toList();
  }

  /** A payment of which a story is told. */
  record Told(PaymentId id, Instant createdAt, String customer) {}
}
