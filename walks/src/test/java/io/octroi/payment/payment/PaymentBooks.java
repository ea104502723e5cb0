package io.octroi.payment.payment;

import io.octroi.contracts.Contact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that is kept of payments, wherever it is kept. */
public final class PaymentBooks {
  private final Map<PaymentId, Payment> rows;
  private final SortedMap<Reference, PaymentId> references;
  private final Map<PaymentId, Set<String>> evidence;

  /**
   * @param references the names of payments, each of the kind that is kept
   * @param evidence the ids of the events that tell of each payment
   */
  PaymentBooks(
      Collection<Payment> rows,
      SortedMap<Reference, PaymentId> references,
      Map<PaymentId, Set<String>> evidence) {
    this.rows = rows.stream().collect(Collectors.toMap(Payment::id, Function.identity()));
    this.references = references;
    this.evidence = evidence;
  }

  /** A line each, without ids and versions of ours. */
  public List<String> fingerprint() {
    return rows.values().stream()
        .filter(row -> row.mergedInto() == null)
        .map(row ->
            row.reference().value()
                + " "
                + row.content()
                + words(row.content().contact())
                + " "
                + row.agreement()
                + " "
                + row.providerCustomer()
                + (row.matched() ? " matched" : "")
                + (row.published() ? " published" : "")
                + " "
                + namesOf(row.id())
                + " "
                + new TreeSet<>(evidence.getOrDefault(row.id(), Set.of())))
        .sorted()
        .toList();
  }

  private static String words(Contact contact) {
    return contact.email()
        + " "
        + contact.language()
        + " "
        + contact.telegramUserId()
        + " "
        + contact.phone();
  }

  private String namesOf(PaymentId id) {
    return references.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(entry -> entry.getKey().kind() + " " + entry.getKey().value())
        .collect(Collectors.joining(","));
  }

  /** The reference of each payment by its id; of one that turned out to be another, that one's. */
  public Map<UUID, String> names() {
    Map<UUID, String> names = new HashMap<>();
    for (Payment row : rows.values()) {
      Payment kept = row;
      for (PaymentId into = kept.mergedInto(); into != null; into = kept.mergedInto()) {
        kept = rows.getOrDefault(into, kept);
      }
      names.put(row.id().value(), kept.reference().value());
    }
    return names;
  }
}
