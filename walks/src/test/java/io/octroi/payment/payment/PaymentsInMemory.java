package io.octroi.payment.payment;

import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.payment.ReferenceComponents.Component;
import io.octroi.payment.publication.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Payments as {@link Payments} keeps them, with maps in place of tables: the references, the
 * drafts, the fold and the news are the worker's own.
 */
public final class PaymentsInMemory {
  private final Supplier<UUID> ids;
  private final Map<Reference, PaymentId> references = new TreeMap<>();
  private final Map<Reference, Reference> names = new HashMap<>();
  private final Map<PaymentId, Payment> rows = new TreeMap<>();
  private final Map<PaymentId, Map<String, Evidence>> evidence = new HashMap<>();

  /**
   * @param ids of payments, each another one
   */
  public PaymentsInMemory(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** As {@link Payments#resolve}. */
  public Resolution resolve(Collection<List<Reference>> groups) {
    Set<Reference> wanted = References.bestDescribed(groups);
    Map<Reference, PaymentId> known = new HashMap<>(references);
    known.keySet().retainAll(wanted);
    Map<Reference, PaymentId> found = new HashMap<>();
    TreeMap<PaymentId, PaymentId> absorbed = new TreeMap<>();
    for (Component component : inOrderOfReferences(ReferenceComponents.of(groups, known).all())) {
      PaymentId kept = kept(component);
      component.references().forEach(reference -> found.put(reference, kept));
      component.payments().stream()
          .filter(p -> !p.equals(kept))
          .forEach(p -> absorbed.put(p, kept));
    }
    references.replaceAll((reference, payment) -> absorbed.getOrDefault(payment, payment));
    for (Reference said : wanted) {
      Reference before = names.getOrDefault(said, said);
      names.put(said, said.kind().compareTo(before.kind()) < 0 ? said : before);
    }
    references.putAll(found);
    return new Resolution(found, absorbed, Set.of());
  }

  /** The order in which {@link References} makes payments. */
  private static List<Component> inOrderOfReferences(Collection<Component> components) {
    return components.stream()
        .sorted(Comparator.comparing(component -> component.references().first()))
        .toList();
  }

  private PaymentId kept(Component component) {
    if (component.payments().isEmpty()) {
      return new PaymentId(ids.get());
    }
    return component.payments().stream()
        .filter(p -> rows.containsKey(p) && rows.get(p).published())
        .findFirst()
        .orElseGet(component.payments()::first);
  }

  /** As {@link Payments#book}, for one event after another. */
  public List<Told> book(
      List<Booking> bookings,
      Map<PaymentId, PaymentId> absorbed,
      Set<Subject> learned,
      Map<Subject, Identity> identities) {
    Set<PaymentId> wanted = new TreeSet<>(absorbed.keySet());
    wanted.addAll(absorbed.values());
    bookings.forEach(b -> wanted.add(b.payment()));
    rows.values().stream().filter(p -> dependsOn(p, learned)).forEach(p -> wanted.add(p.id()));
    Map<PaymentId, Draft> drafts = new LinkedHashMap<>();
    for (PaymentId id : wanted) {
      Payment row = rows.get(id);
      if (row != null && row.mergedInto() == null) {
        PaymentId kept = absorbed.getOrDefault(id, id);
        drafts
            .computeIfAbsent(kept, k -> new Draft(k, rows.get(k)))
            .takeUp(row, evidence.getOrDefault(id, Map.of()).values());
      }
    }
    for (Booking booking : bookings) {
      drafts.computeIfAbsent(booking.payment(), k -> new Draft(k, rows.get(k))).add(booking);
    }
    return write(drafts.values(), absorbed, identities);
  }

  private List<Told> write(
      Collection<Draft> drafts,
      Map<PaymentId, PaymentId> absorbed,
      Map<Subject, Identity> identities) {
    List<Told> told = new ArrayList<>();
    absorbed.forEach((from, to) ->
        evidence
            .computeIfAbsent(to, p -> new TreeMap<>())
            .putAll(evidence.getOrDefault(from, Map.of())));
    for (Draft draft : drafts) {
      draft
          .added()
          .forEach(found ->
              evidence
                  .computeIfAbsent(found.payment(), p -> new TreeMap<>())
                  .put(found.evidence().eventId(), found.evidence()));
      PaymentState state = draft.state();
      Payment after = draft.after(state, identities);
      PaymentNews.of(draft.before(), after, state.lastHeardOf())
          .ifPresent(event -> told.add(new Told(event, "")));
      rows.put(after.id(), after);
    }
    absorbed.forEach((from, to) -> absorb(from, to, told));
    return told;
  }

  private void absorb(PaymentId from, PaymentId to, List<Told> told) {
    Payment row = rows.get(from);
    Payment into = rows.get(to);
    if (row == null || into == null) {
      return;
    }
    rows.put(from, row.absorbedBy(to));
    String customer = row.content().customerId();
    if (row.published() && customer != null) {
      told.add(
          new Told(
              new PaymentMerged(
                  PaymentFold.fold(evidence.getOrDefault(to, Map.of()).values()).lastHeardOf(),
                  from.value(),
                  row.version() + 1,
                  customer,
                  to.value()),
              ""));
    }
  }

  private static boolean dependsOn(Payment row, Set<Subject> learned) {
    return row.mergedInto() == null
        && learned.stream()
            .filter(subject -> subject.provider().equals(row.reference().provider()))
            .anyMatch(subject ->
                subject.id().equals(row.agreement())
                    || subject.id().equals(row.providerCustomer()));
  }

  /** Everything that is kept. */
  public PaymentBooks books() {
    TreeMap<Reference, PaymentId> described = new TreeMap<>();
    references.forEach(
        (reference, payment) -> described.put(names.getOrDefault(reference, reference), payment));
    Map<PaymentId, Set<String>> events = new HashMap<>();
    evidence.forEach((payment, known) -> events.put(payment, known.keySet()));
    return new PaymentBooks(rows.values(), described, events);
  }
}
