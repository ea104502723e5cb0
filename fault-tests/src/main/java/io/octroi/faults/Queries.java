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

  Map<String, Long> activeSubscriptions() {
    return count(
        "select customer_id from subscriptions.subscriptions"
            + " where status = 'active' and customer_id = any (?)");
  }

  Map<String, Long> periods() {
    return count(
        "select s.customer_id from subscriptions.periods"
            + " join subscriptions.subscriptions s using (subscription_id)"
            + " where s.customer_id = any (?)");
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

  /** Attempts after which another one may send the same again. */
  Map<String, Long> unseen(String action) {
    return count(
        "select d.customer_id from notifier.delivery_attempts a"
            + " join notifier.deliveries d on d.id = a.delivery_id"
            + " where (a.finished_at is null or a.late or a.outcome = 'retry_later')"
            + " and d.action = '"
            + action
            + "' and d.customer_id = any (?)");
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
