package io.octroi.faults;

import io.octroi.local.LocalSystem;
import io.octroi.local.Shop.Purchase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what was answered 2xx with what is there, at every station from the ledger to the mail
 * server. Sees the system from outside: its tables, its topics, and what reached the stand-ins.
 */
public final class Auditor {
  private static final String DEAD_LETTERS = ".dlt";

  private final LocalSystem system;
  private final JdbcClient jdbc;
  private final TraceReader traces;
  private final Set<String> knownEvents;

  public Auditor(LocalSystem system) {
    this(system, JdbcClient.create(system.database().superuser()), new HashSet<>());
  }

  private Auditor(LocalSystem system, JdbcClient jdbc, Set<String> knownEvents) {
    this.system = system;
    this.jdbc = jdbc;
    this.knownEvents = knownEvents;
    this.traces = new TraceReader(jdbc, system);
  }

  /** The same one, who sees the tables over another connection. */
  Auditor over(JdbcClient other) {
    return new Auditor(system, other, knownEvents);
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
    sent.forEach(purchase -> knownEvents.add(purchase.event().id()));
    List<String> foreign = new ArrayList<>();
    if (Set.copyOf(acknowledged).size() != acknowledged.size()) {
      foreign.add("an event counts as acknowledged twice");
    }
    countForeign(foreign, "webhooks that nobody sent", unknownWebhooks());
    countForeign(
        foreign,
        "payments without a webhook",
        count(
            "select (select count(*) from payments.payments)"
                + " - (select count(*) from payments.ledger where outcome = 'applied')"));
    countForeign(foreign, "conflicts", count("select count(*) from payments.ledger_conflicts"));
    countForeign(foreign, "dead letters", deadLetters());
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

  /** Whether nothing is on its way any more. */
  boolean isQuiet() {
    long waiting =
        count(
            "select (select count(*) from payments.outbox)"
                + " + (select count(*) from subscriptions.outbox)"
                + " + (select count(*) from notifier.deliveries"
                + "     where status in ('due', 'sending', 'waiting_contact'))");
    return waiting == 0;
  }

  /** Rows of the ledger, whoever sent them. */
  long ledgerRows() {
    return count("select count(*) from payments.ledger");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private long deadLetters() {
    Map<String, Object> config = new HashMap<>();
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.broker().bootstrapServers());
    try (Admin admin = Admin.create(config)) {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (String topic : admin.listTopics().names().get()) {
        if (topic.endsWith(DEAD_LETTERS)) {
          // They have one partition each.
          ends.put(new TopicPartition(topic, 0), OffsetSpec.latest());
        }
      }
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(end -> end.offset())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("dead letters could not be counted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting dead letters", e);
    }
  }
}
