package io.octroi.bench.measure;

import java.util.Locale;

/**
 * Where an event leaves a row when its transaction commits, in the order of its way. A row knows
 * the transaction that wrote it, and the database knows when that one committed.
 */
public enum Station {
  LEDGER(
      "ledger committed",
      "event_id",
      "ledger.xmin",
      "payments.ledger where endpoint = 'stripe' and event_id between ? and ?"),
  PAYMENT(
      "payment committed",
      "customer_id",
      "payments.xmin",
      "payments.payments where customer_id between ? and ?"),
  SUBSCRIPTION(
      "subscription active",
      "g.customer_id",
      "p.xmin",
      "subscriptions.periods p join subscriptions.grants g using (payment_id)"
          + " where g.customer_id between ? and ?"),
  NOTIFICATION(
      "notification committed",
      "customer_id",
      "notifications.xmin",
      "notifier.notifications where customer_id between ? and ?"),
  SENT(
      "mail sent",
      "customer_id",
      "deliveries.xmin",
      "notifier.deliveries where action = 'email' and status = 'sent'"
          + " and customer_id between ? and ?");

  private final String title;
  private final String number;
  private final String transaction;
  private final String rows;

  Station(String title, String number, String transaction, String rows) {
    this.title = title;
    this.number = number;
    this.transaction = transaction;
    this.rows = rows;
  }

  /** As tables have it. */
  public String title() {
    return title;
  }

  String countSql() {
    return "select count(*) from " + rows;
  }

  /** Two columns: the event's number, and when its row was committed in microseconds since 1970. */
  String commitsSql() {
    return String.format(
        Locale.ROOT,
        "select right(%s, 10)::bigint,"
            + " (extract(epoch from pg_xact_commit_timestamp(%s)) * 1000000)::bigint from %s",
        number,
        transaction,
        rows);
  }
}
