package io.octroi.local;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the services keep, as the database's owner, from outside of all of them. */
final class Facts {
  private final JdbcClient jdbc;

  Facts(LocalSystem system) {
    this.jdbc = JdbcClient.create(system.database().superuser());
  }

  long ledgerRows(Collection<String> eventIds) {
    return count("select count(*) from payments.ledger where event_id = any (?)", eventIds);
  }

  String origin(String eventId) {
    return jdbc.sql("select origin from payments.ledger where event_id = ?")
        .param(eventId)
        .query(String.class)
        .single();
  }

  /** Up to when members may be put out, as far as an endpoint is concerned. */
  Instant countingWatermark(String endpoint) {
    return jdbc.sql(
            "select extract(epoch from coalesce(max(effective_until), 'epoch'))::bigint"
                + " from subscriptions.watermarks where endpoint = ?")
        .param(endpoint)
        .query((row, number) -> Instant.ofEpochSecond(row.getLong(1)))
        .single();
  }

  long succeededPayments(Collection<String> customers) {
    return count(
        "select count(*) from payments.payments where status = 'succeeded' and customer_id = any (?)",
        customers);
  }

  long payments(Collection<String> customers) {
    return count("select count(*) from payments.payments where customer_id = any (?)", customers);
  }

  long activeSubscriptions(Collection<String> customers) {
    return count(
        "select count(*) from subscriptions.subscriptions"
            + " where status = 'active' and ends_at is not null and customer_id = any (?)",
        customers);
  }

  long periods(Collection<String> customers) {
    return count(
        "select count(*) from subscriptions.periods p"
            + " join subscriptions.subscriptions s using (subscription_id)"
            + " where s.customer_id = any (?)",
        customers);
  }

  long notifications(Collection<String> customers) {
    return count(
        "select count(*) from notifier.notifications where customer_id = any (?)", customers);
  }

  /** Which customers were told this, each as often as they were. */
  List<String> told(String kind, Collection<String> customers) {
    return jdbc.sql(
            "select customer_id from notifier.notifications"
                + " where kind = ? and customer_id = any (?)")
        .params(kind, customers.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Of what the subscription-worker asks an operator about this condition. */
  List<String> openFindings(String condition) {
    return jdbc.sql(
            "select subject from subscriptions.findings where condition = ? and state = 'open'")
        .param(condition)
        .query((row, number) -> row.getString(1))
        .list();
  }

  long sentDeliveries(String action, Collection<String> customers) {
    return jdbc.sql(
            "select count(*) from notifier.deliveries"
                + " where status = 'sent' and action = ? and customer_id = any (?)")
        .params(action, customers.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /** Deliveries by mail and text message to customers of a pattern, which came to their end. */
  long settledDeliveries(String customers) {
    return jdbc.sql(
            "select count(*) from notifier.deliveries where action in ('email', 'sms')"
                + " and status in ('sent', 'failed', 'dropped') and customer_id like ?")
        .param(customers)
        .query(Long.class)
        .single();
  }

  /** A customer's text messages: how each delivery ended, and what the carrier said last. */
  List<String> receipts(String customer) {
    return jdbc.sql(
            "select d.status || ' ' || m.status from notifier.deliveries d"
                + " join notifier.sms_messages m on m.delivery_id = d.id where d.customer_id = ?")
        .param(customer)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Records that no worker could handle. */
  long deadLetters() {
    return jdbc.sql(
            "select (select count(*) from payments.dead_letters)"
                + " + (select count(*) from subscriptions.dead_letters)"
                + " + (select count(*) from notifier.dead_letters)")
        .query(Long.class)
        .single();
  }

  /** Customers who were given a start link. */
  long customersWithStartLink(Collection<String> customers) {
    return count(
        "select count(distinct customer_id) from notifier.telegram_start_tokens"
            + " where customer_id = any (?)",
        customers);
  }

  private long count(String sql, Collection<String> values) {
    return jdbc.sql(sql).param(values.toArray(String[]::new)).query(Long.class).single();
  }
}
