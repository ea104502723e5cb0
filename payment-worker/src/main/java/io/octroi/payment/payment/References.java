package io.octroi.payment.payment;

import io.octroi.contracts.EventIds;
import io.octroi.messaging.batch.Columns;
import io.octroi.payment.payment.ReferenceComponents.Component;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which payment a provider's reference belongs to. Rows are locked in one order for all, and the
 * primary key makes two transactions that first hear of the same payment wait for one another.
 */
final class References {
  private static final String KNOWN =
      """
      select r.provider, r.kind, r.reference, r.payment_id
        from payment_references r
        join unnest(?::text[], ?::text[]) as w (provider, reference)
          on r.provider = w.provider and r.reference = w.reference
      """;
  private static final String LOCK = KNOWN + " order by r.provider, r.reference for update of r";
  private static final String INSERT =
      """
      insert into payment_references (provider, reference, kind, payment_id)
      select unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), unnest(?::uuid[])
      on conflict (provider, reference) do nothing
      returning provider, kind, reference, payment_id
      """;
  private static final String DESCRIBE =
      """
      update payment_references r
         set kind = d.kind
        from unnest(?::text[], ?::text[], ?::text[]) as d (provider, reference, kind)
       where r.provider = d.provider and r.reference = d.reference
      """;
  private static final String MOVE =
      """
      update payment_references r
         set payment_id = m.kept
        from unnest(?::uuid[], ?::uuid[]) as m (absorbed, kept)
       where r.payment_id = m.absorbed
      """;
  private static final String PUBLISHED =
      "select id from payments where id = any (?::uuid[]) and published";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  References(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Finds or makes the payment of each group, and holds the groups' references until the
   * transaction ends. Where a group connects payments that were apart, they become one: the one
   * that readers know, or else the oldest.
   *
   * @param groups references of one payment each; no group is empty
   */
  Resolution resolve(Collection<List<Reference>> groups) {
    if (groups.isEmpty()) {
      return Resolution.NONE;
    }
    NavigableSet<Reference> wanted = bestDescribed(groups);
    Map<Reference, PaymentId> known = read(KNOWN, wanted);
    Map<Reference, PaymentId> locked = new HashMap<>();
    Set<PaymentId> begun = new HashSet<>();
    if (known.size() < wanted.size()) {
      locked.putAll(insert(wanted, known, ReferenceComponents.of(groups, known), begun));
    }
    // What this transaction made is its own already.
    List<Reference> others = wanted.stream().filter(r -> !locked.containsKey(r)).toList();
    if (!others.isEmpty()) {
      locked.putAll(read(LOCK, others));
    }
    if (locked.size() < wanted.size()) {
      throw new ConcurrencyFailureException("a payment reference vanished while it was resolved");
    }
    describe(wanted, locked.keySet());
    return merge(ReferenceComponents.of(groups, locked), locked, begun);
  }

  /** Each reference once, of the kinds that the groups give it with the first one. */
  static NavigableSet<Reference> bestDescribed(Collection<List<Reference>> groups) {
    Map<Reference, Reference> best = new HashMap<>();
    groups.forEach(
        group -> group.forEach(r -> best.merge(r, r, BinaryOperator.minBy(Reference.BY_KIND))));
    return new TreeSet<>(best.values());
  }

  /** One name may be said to be of several kinds; which one is kept does not hang on the order. */
  private void describe(NavigableSet<Reference> wanted, Set<Reference> stored) {
    List<Reference> better = new ArrayList<>();
    for (Reference known : stored) {
      Reference said = wanted.ceiling(known);
      if (said != null && said.equals(known) && said.kind().compareTo(known.kind()) < 0) {
        better.add(said);
      }
    }
    if (!better.isEmpty()) {
      jdbc.update(
          DESCRIBE,
          Columns.of(better)
              .text(Reference::provider)
              .text(Reference::value)
              .text(r -> r.kind().storedName())
              .arguments());
    }
  }

  /**
   * Those that were made; those that another transaction made meanwhile are missing. Adds the
   * payments that were begun.
   */
  private Map<Reference, PaymentId> insert(
      NavigableSet<Reference> wanted,
      Map<Reference, PaymentId> known,
      ReferenceComponents components,
      Set<PaymentId> begun) {
    IdentityHashMap<Component, PaymentId> targets = new IdentityHashMap<>();
    List<Map.Entry<Reference, PaymentId>> rows = new ArrayList<>();
    for (Reference reference : wanted) {
      if (!known.containsKey(reference)) {
        Component component = components.componentOf(reference);
        rows.add(
            Map.entry(reference, targets.computeIfAbsent(component, c -> existingOrNew(c, begun))));
      }
    }
    return found(
        INSERT,
        Columns.of(rows)
            .text(r -> r.getKey().provider())
            .text(r -> r.getKey().value())
            .text(r -> r.getKey().kind().storedName())
            .uuids(r -> r.getValue().value())
            .arguments());
  }

  private PaymentId existingOrNew(Component component, Set<PaymentId> begun) {
    if (!component.payments().isEmpty()) {
      return component.payments().first();
    }
    PaymentId fresh = new PaymentId(EventIds.next(clock.instant()));
    begun.add(fresh);
    return fresh;
  }

  private Resolution merge(
      ReferenceComponents components, Map<Reference, PaymentId> locked, Set<PaymentId> begun) {
    NavigableSet<PaymentId> contested = new TreeSet<>();
    components.all().stream()
        .filter(c -> c.payments().size() > 1)
        .forEach(c -> contested.addAll(c.payments()));
    Map<Reference, PaymentId> payments = new HashMap<>(locked);
    TreeMap<PaymentId, PaymentId> absorbed = new TreeMap<>();
    if (contested.isEmpty()) {
      return new Resolution(payments, absorbed, begun);
    }
    NavigableSet<PaymentId> published = published(contested);
    for (Component component : components.all()) {
      PaymentId kept =
          component.payments().stream()
              .filter(published::contains)
              .findFirst()
              .orElseGet(component.payments()::first);
      component.references().forEach(reference -> payments.put(reference, kept));
      component.payments().stream()
          .filter(p -> !p.equals(kept))
          .forEach(p -> absorbed.put(p, kept));
    }
    jdbc.update(
        MOVE,
        Columns.of(absorbed.entrySet())
            .uuids(m -> m.getKey().value())
            .uuids(m -> m.getValue().value())
            .arguments());
    return new Resolution(payments, absorbed, begun);
  }

  private NavigableSet<PaymentId> published(Collection<PaymentId> payments) {
    return new TreeSet<>(
        jdbc.query(
            PUBLISHED,
            (row, number) -> new PaymentId(row.getObject(1, UUID.class)),
            Columns.of(payments).uuids(PaymentId::value).arguments()));
  }

  private Map<Reference, PaymentId> read(String query, Collection<Reference> wanted) {
    return found(
        query, Columns.of(wanted).text(Reference::provider).text(Reference::value).arguments());
  }

  private Map<Reference, PaymentId> found(String query, Object[] arguments) {
    Map<Reference, PaymentId> found = new HashMap<>();
    jdbc.query(
        query,
        row -> {
          Reference reference =
              new Reference(
                  row.getString("provider"),
                  ReferenceKind.ofStoredName(row.getString("kind")),
                  row.getString("reference"));
          found.put(reference, new PaymentId(row.getObject("payment_id", UUID.class)));
        },
        arguments);
    return found;
  }
}
