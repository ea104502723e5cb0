package io.octroi.faults;

import io.octroi.local.Shop.Purchase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts rows per customer, as the database's owner sees them. */
final class Queries {
  /** What a notifier says of an attempt that broke off when the other side may have acted. */
  private static final String[] BROKEN_OFF = {
    "smtp_connection_lost", "telegram_unreachable", "no_link_in_answer", "channel_broke"
  };

  private final JdbcClient jdbc;
  private final String[] customers;

  Queries(JdbcClient jdbc, List<String> customers) {
    this.jdbc = jdbc;
    this.customers = customers.toArray(String[]::new);
  }

  Map<String, Long> webhooks(List<Purchase> purchases) {
    Map<String, String> customersByEvent =
        purchases.stream()
            .collect(Collectors.toMap(purchase -> purchase.event().id(), Purchase::customer));
    Map<String, Long> rows = new HashMap<>();
    jdbc.sql("select event_id from payments.ledger where event_id = any (?)")
        .param(customersByEvent.keySet().toArray(String[]::new))
        .query(String.class)
        .list()
        .forEach(event -> rows.merge(customersByEvent.getOrDefault(event, ""), 1L, Long::sum));
    return rows;
  }

  Map<String, Long> payments(String condition) {
    return count(
        "select customer_id from payments.payments where customer_id = any (?) and " + condition);
  }

  /** Those that end when what was paid for ends. */
  Map<String, Long> activeSubscriptions() {
    return count(
        "select s.customer_id from subscriptions.subscriptions s"
            + " where s.status = 'active' and s.customer_id = any (?)"
            + " and s.ends_at = (select max(p.ends_at) from subscriptions.periods p"
            + " where p.subscription_id = s.subscription_id)");
  }

  /** Those that are as long as what was paid for. */
  Map<String, Long> periods() {
    return count(
        "select g.customer_id from subscriptions.periods p"
            + " join subscriptions.grants g using (payment_id)"
            + " where g.customer_id = any (?)"
            + " and extract(epoch from p.ends_at - p.starts_at) = g.days * 86400");
  }

  Map<String, Long> notifications() {
    return count("select customer_id from notifier.notifications where customer_id = any (?)");
  }

  /** Deliveries that are recorded as sent. */
  Map<String, Long> sent(String action) {
    return count(
        "select customer_id from notifier.deliveries where status = 'sent' and action = '"
            + action
            + "' and customer_id = any (?)");
  }

  /** Links that the notifier knows; they are told once the customer's account is linked. */
  Map<String, Long> invitations() {
    return count(
        "select n.customer_id from notifier.invitations i"
            + " join notifier.notifications n on n.id = i.notification_id"
            + " where n.customer_id = any (?)");
  }

  /** Attempts of which nobody saw whether they sent something: another one may send it again. */
  Map<String, Long> unseen(String action) {
    return jdbc
        .sql(
            "select d.customer_id from notifier.delivery_attempts a"
                + " join notifier.deliveries d on d.id = a.delivery_id"
                + " where (a.finished_at is null or a.late"
                + " or (a.outcome = 'retry_later' and a.code = any (?)))"
                + " and d.action = ? and d.customer_id = any (?)")
        .params(BROKEN_OFF, action, customers)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  long late() {
    return jdbc.sql(
            "select count(*) from notifier.delivery_attempts a"
                + " join notifier.deliveries d on d.id = a.delivery_id"
                + " where a.late and d.customer_id = any (?)")
        .param(customers)
        .query(Long.class)
        .single();
  }

  /** Keys are the names of the links: a notification's id without its dashes. */
  Map<String, String> customersByNotification() {
    Map<String, String> found = new HashMap<>();
    jdbc.sql("select id::text, customer_id from notifier.notifications where customer_id = any (?)")
        .param(customers)
        .query(row -> {
          found.put(row.getString(1).replace("-", ""), row.getString(2));
        });
    return found;
  }

  private Map<String, Long> count(String sql) {
    return jdbc.sql(sql).param(customers).query(String.class).list().stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
