package io.octroi.payment.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which groups of references speak of the same payment: those that share a reference, those whose
 * references are known for one payment, and whatever is connected through others.
 */
final class ReferenceComponents {
  private final Map<Reference, Reference> parents = new HashMap<>();
  private final Map<PaymentId, Reference> anchors = new HashMap<>();
  private final Map<Reference, Component> components = new HashMap<>();

  private ReferenceComponents() {}

  /**
   * @param groups references of one payment each; no group is empty
   * @param known payments of references that are in the groups, as far as known
   */
  static ReferenceComponents of(
      Collection<List<Reference>> groups, Map<Reference, PaymentId> known) {
    ReferenceComponents all = new ReferenceComponents();
    for (List<Reference> group : groups) {
      group.forEach(reference -> all.connect(group.getFirst(), reference));
    }
    known.forEach((reference, payment) ->
        all.connect(all.anchors.computeIfAbsent(payment, p -> reference), reference));
    for (Reference reference : List.copyOf(all.parents.keySet())) {
      all.componentOf(reference).references().add(reference);
    }
    known.forEach((reference, payment) -> all.componentOf(reference).payments().add(payment));
    return all;
  }

  Component componentOf(Reference reference) {
    return components.computeIfAbsent(root(reference), r -> Component.empty());
  }

  Collection<Component> all() {
    return components.values();
  }

  private void connect(Reference one, Reference other) {
    Reference first = root(one);
    Reference second = root(other);
    if (!first.equals(second)) {
      parents.put(second, first);
    }
  }

  /** Follows the parents to the top and shortens the way for the next time. */
  private Reference root(Reference reference) {
    List<Reference> path = new ArrayList<>();
    Reference at = reference;
    for (Reference parent = parents.getOrDefault(at, at);
        !parent.equals(at);
        parent = parents.getOrDefault(at, at)) {
      path.add(at);
      at = parent;
    }
    for (Reference passed : path) {
      parents.put(passed, at);
    }
    parents.putIfAbsent(at, at);
    return at;
  }

  /** References of one payment, and the payments they are known for: none, one, or several. */
  record Component(NavigableSet<Reference> references, NavigableSet<PaymentId> payments) {
    private static Component empty() {
      return new Component(new TreeSet<>(), new TreeSet<>());
    }
  }
}
