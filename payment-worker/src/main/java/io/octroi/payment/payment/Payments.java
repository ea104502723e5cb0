package io.octroi.payment.payment;

import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Learned;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.publication.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * All payments. The number of statements does not depend on how many are booked together.
 *
 * <p>Locks are taken in one order by everyone: references, then identities, then payments, each
 * sorted. A merge may step out of it; then the database ends one of the two, which comes again.
 */
public class Payments {
  private final References references;
  private final PaymentRows rows;
  private final EvidenceRows evidence;
  private final Identities identities;

  public Payments(JdbcTemplate jdbc, JsonMapper json, Clock clock, Identities identities) {
    this.references = new References(jdbc, clock);
    this.rows = new PaymentRows(jdbc, clock);
    this.evidence = new EvidenceRows(jdbc, json);
    this.identities = identities;
  }

  /**
   * Finds or makes the payment of each group of references.
   *
   * @param groups references of one payment each; no group is empty
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Resolution resolve(Collection<List<Reference>> groups) {
    return references.resolve(groups);
  }

  /** What every event said of these payments; a payment nobody told of is missing. */
  public Map<PaymentId, List<Evidence>> evidenceOf(Collection<PaymentId> payments) {
    return evidence.of(payments);
  }

  /**
   * Adds evidence, and looks again at the payments that depend on what else was learned.
   *
   * @param bookings what is added
   * @param resolution what {@link #resolve} found in this transaction
   * @param learned what the transaction learned of those who stand behind payments
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Booked book(List<Booking> bookings, Resolution resolution, Learned learned) {
    Map<PaymentId, PaymentId> absorbed = resolution.absorbed();
    NavigableSet<PaymentId> wanted = rows.dependingOn(learned.news());
    bookings.forEach(b -> wanted.add(b.payment()));
    wanted.addAll(absorbed.keySet());
    wanted.addAll(absorbed.values());
    wanted.removeAll(resolution.begun());
    Map<PaymentId, Payment> locked = lock(wanted);
    Map<PaymentId, Draft> drafts = drafts(locked, absorbed, bookings);
    evidence.move(absorbed);
    evidence.insert(
        drafts.values().stream().flatMap(d -> d.added().stream()).toList(), resolution.begun());
    List<Outcome> outcomes = fold(drafts.values(), learned);
    outcomes.forEach(o -> causes(o, learned.causes()).forEach(o.draft()::causedBy));
    write(outcomes, locked, resolution);
    return new Booked(
        told(outcomes, locked, absorbed), nowMatched(outcomes), stillUnmatched(outcomes));
  }

  /** What is known of a payment; holds it until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Known> hold(PaymentId id) {
    return known(id, rows.lock(new TreeSet<>(List.of(id))));
  }

  /** What is known of a payment at this moment, which may pass. */
  public Optional<Known> peek(PaymentId id) {
    return known(id, rows.read(new TreeSet<>(List.of(id))));
  }

  /** The payments that readers were told of, in the order of their ids, after one. */
  public List<PublishedPayment> published(PaymentId after, int limit) {
    return rows.published(after, limit);
  }

  private Optional<Known> known(PaymentId id, List<Payment> found) {
    return found.stream()
        .findFirst()
        .map(payment ->
            new Known(
                payment.mergedInto(),
                payment.reference().provider(),
                PaymentFold.fold(evidence.of(List.of(id)).getOrDefault(id, List.of()))));
  }

  /** Follows merges: what was merged since it was looked up is represented by another payment. */
  private Map<PaymentId, Payment> lock(NavigableSet<PaymentId> wanted) {
    Map<PaymentId, Payment> locked = new TreeMap<>();
    NavigableSet<PaymentId> next = wanted;
    while (!next.isEmpty()) {
      NavigableSet<PaymentId> merged = new TreeSet<>();
      for (Payment payment : rows.lock(next)) {
        locked.put(payment.id(), payment);
        PaymentId into = payment.mergedInto();
        if (into != null) {
          merged.add(into);
        }
      }
      merged.removeAll(locked.keySet());
      next = merged;
    }
    return locked;
  }

  private Map<PaymentId, Draft> drafts(
      Map<PaymentId, Payment> locked, Map<PaymentId, PaymentId> absorbed, List<Booking> bookings) {
    Map<PaymentId, List<Evidence>> known = evidence.of(locked.keySet());
    Map<PaymentId, Draft> drafts = new LinkedHashMap<>();
    for (Payment row : locked.values()) {
      if (row.mergedInto() == null) {
        PaymentId kept = absorbed.getOrDefault(row.id(), row.id());
        drafts
            .computeIfAbsent(kept, id -> new Draft(id, locked.get(id)))
            .takeUp(row, known.getOrDefault(row.id(), List.of()));
      }
    }
    for (Booking booking : bookings) {
      drafts.computeIfAbsent(booking.payment(), id -> new Draft(id, locked.get(id))).add(booking);
    }
    return drafts;
  }

  private List<Outcome> fold(Collection<Draft> drafts, Learned learned) {
    Map<Draft, PaymentState> states = new LinkedHashMap<>();
    drafts.forEach(draft -> states.put(draft, draft.state()));
    Set<Subject> subjects = new HashSet<>();
    states.forEach((draft, state) -> subjects.addAll(draft.dependsOn(state)));
    Map<Subject, Identity> known = learned.knownOf(subjects, identities);
    List<Outcome> outcomes = new ArrayList<>();
    states.forEach(
        (draft, state) -> outcomes.add(new Outcome(draft, state, draft.after(state, known))));
    return outcomes;
  }

  private static List<String> causes(Outcome outcome, Map<Subject, String> learned) {
    return outcome.draft().dependsOn(outcome.state()).stream()
        .filter(learned::containsKey)
        .map(learned::get)
        .toList();
  }

  private void write(
      List<Outcome> outcomes, Map<PaymentId, Payment> locked, Resolution resolution) {
    List<Payment> begun = new ArrayList<>();
    List<Payment> changed = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      Payment after = outcome.after();
      if (resolution.begun().contains(after.id())) {
        begun.add(after);
      } else if (outcome.changed()) {
        changed.add(after);
      }
    }
    resolution
        .absorbed()
        .forEach((id, kept) -> {
          Payment row = locked.get(id);
          if (row != null) {
            changed.add(row.absorbedBy(kept));
          }
        });
    rows.begin(begun);
    rows.write(changed);
  }

  /** What stands for an absorbed payment is told before it is called void: nobody waits between. */
  private static List<Told> told(
      List<Outcome> outcomes, Map<PaymentId, Payment> locked, Map<PaymentId, PaymentId> absorbed) {
    Map<PaymentId, Outcome> byId = new HashMap<>();
    List<Told> told = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      byId.put(outcome.after().id(), outcome);
      outcome.news().ifPresent(e -> told.add(new Told(e, outcome.draft().traceparent())));
    }
    absorbed.forEach((id, kept) -> {
      Payment row = locked.get(id);
      Outcome into = byId.get(kept);
      String customer = row == null ? null : row.content().customerId();
      if (row != null && row.published() && customer != null && into != null) {
        Instant at = into.state().lastHeardOf();
        told.add(
            new Told(
                new PaymentMerged(at, id.value(), row.version() + 1, customer, kept.value()),
                into.draft().traceparent()));
      }
    });
    return told;
  }

  private static List<Evidence> nowMatched(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(o -> o.after().matched())
        .flatMap(o -> o.draft().unmatchedBefore().stream())
        .toList();
  }

  private static Set<PaymentId> stillUnmatched(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(Outcome::after)
        .filter(p -> !p.matched())
        .map(Payment::id)
        .collect(Collectors.toSet());
  }

  /**
   * A payment under lock.
   *
   * @param mergedInto the payment that stands for it, where it is no more
   */
  public record Known(@Nullable PaymentId mergedInto, String provider, PaymentState state) {}

  private record Outcome(Draft draft, PaymentState state, Payment after) {
    boolean changed() {
      Payment before = draft.before();
      return before == null || !after.sameAs(before);
    }

    Optional<PaymentEvent> news() {
      return PaymentNews.of(draft.before(), after, state.lastHeardOf());
    }
  }
}
