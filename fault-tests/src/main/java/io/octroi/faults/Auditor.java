package io.octroi.faults;

import io.octroi.local.LocalSystem;
import io.octroi.local.Shop.Purchase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what was answered 2xx with what is there, at every station from the ledger to the mail
 * server. Sees the system from outside: its tables, its topics, and what reached the stand-ins.
 */
public final class Auditor {
  /** One by one: two sums may be equal though something of both is wrong. */
  private static final String WITHOUT_WEBHOOK =
      "select count(*) from payments.payments p where not exists (select 1 from"
          + " payments.payment_facts f join payments.ledger l using (endpoint, event_id) where"
          + " f.payment_id = p.id and l.outcome = 'applied')";

  private static final String CUSTOMERS =
      "select customer_id from payments.payments"
          + " union all select customer_id from subscriptions.grants"
          + " union all select customer_id from subscriptions.subscriptions"
          + " union all select customer_id from notifier.notifications"
          + " union all select customer_id from notifier.deliveries";

  private final LocalSystem system;
  private final JdbcClient jdbc;
  private final TraceReader traces;
  private final Backlog backlog;
  private final Set<String> knownEvents;
  private final Set<String> knownCustomers;

  public Auditor(LocalSystem system) {
    this(
        system, JdbcClient.create(system.database().superuser()), new HashSet<>(), new HashSet<>());
  }

  private Auditor(
      LocalSystem system, JdbcClient jdbc, Set<String> knownEvents, Set<String> knownCustomers) {
    this.system = system;
    this.jdbc = jdbc;
    this.knownEvents = knownEvents;
    this.knownCustomers = knownCustomers;
    this.traces = new TraceReader(jdbc, system);
    this.backlog = new Backlog(system);
  }

  /** The same one, who sees the tables over another connection. */
  Auditor over(JdbcClient other) {
    return new Auditor(system, other, knownEvents, knownCustomers);
  }

  /** From now on, what is there of these is nobody else's; also when their run failed. */
  void expect(List<Purchase> sent) {
    for (Purchase purchase : sent) {
      knownEvents.add(purchase.event().id());
      knownCustomers.add(purchase.customer());
    }
  }

  /** How many of these have arrived at the last station, with everything before it. */
  long arrived(List<Purchase> purchases) {
    Traces found = traces.read(purchases);
    return purchases.stream().filter(one -> found.missing(one.customer()).isEmpty()).count();
  }

  /** Looks everything up as it is now. */
  Audit audit(List<Purchase> sent, List<Purchase> acknowledged) {
    Traces found = traces.read(sent);
    return new Audit(
        findings(acknowledged, found::missing),
        findings(sent, found::tooMany),
        foreign(sent, acknowledged),
        found.repeats(sent.stream().map(Purchase::customer).collect(Collectors.toSet())),
        found.late());
  }

  private static List<String> findings(
      List<Purchase> purchases, Function<String, List<String>> rule) {
    return purchases.stream()
        .map(Purchase::customer)
        .flatMap(customer -> rule.apply(customer).stream().map(what -> customer + ": " + what))
        .toList();
  }

  private List<String> foreign(List<Purchase> sent, List<Purchase> acknowledged) {
    expect(sent);
    List<String> foreign = new ArrayList<>();
    if (Set.copyOf(acknowledged).size() != acknowledged.size()) {
      foreign.add("an event counts as acknowledged twice");
    }
    countForeign(foreign, "webhooks that nobody sent", unknownWebhooks());
    countForeign(foreign, "payments without a webhook", count(WITHOUT_WEBHOOK));
    countForeign(foreign, "rows about nobody who paid", rowsAboutStrangers());
    countForeign(foreign, "mails to nobody who paid", mailsToStrangers());
    countForeign(foreign, "conflicts", count("select count(*) from payments.ledger_conflicts"));
    countForeign(foreign, "dead letters", backlog.deadLetters());
    return foreign;
  }

  private static void countForeign(List<String> foreign, String what, long count) {
    if (count > 0) {
      foreign.add(count + " " + what);
    }
  }

  private long unknownWebhooks() {
    return jdbc.sql("select event_id from payments.ledger").query(String.class).list().stream()
        .filter(id -> !knownEvents.contains(id))
        .count();
  }

  private long rowsAboutStrangers() {
    return count(
        "select count(*) from ("
            + CUSTOMERS
            + ") rows"
            + " where customer_id is null or not customer_id = any (?)",
        (Object) knownCustomers.toArray(String[]::new));
  }

  private long mailsToStrangers() {
    return system.standIns().mail().mails().stream()
        .flatMap(mail -> mail.to().stream())
        .filter(address -> !knownCustomers.contains(TraceReader.customer(address)))
        .count();
  }

  /**
   * Whether nothing is on its way any more: what was sent twice has been read twice, and is to be
   * seen if it did harm.
   */
  boolean isQuiet() {
    long waiting =
        count(
            "select (select count(*) from payments.outbox)"
                + " + (select count(*) from subscriptions.outbox)"
                + " + (select count(*) from notifier.deliveries"
                + "     where status in ('due', 'sending', 'waiting_contact'))");
    return waiting == 0 && backlog.unread() == 0;
  }

  /** Rows of the ledger, whoever sent them. */
  long ledgerRows() {
    return count("select count(*) from payments.ledger");
  }

  private long count(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).single();
  }
}
