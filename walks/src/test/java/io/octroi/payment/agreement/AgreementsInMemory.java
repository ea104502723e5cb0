package io.octroi.payment.agreement;

import io.octroi.payment.agreement.Agreements.Statement;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.publication.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Agreements as {@link Agreements} keeps them, with a map in place of the table. */
public final class AgreementsInMemory {
  private final Map<Subject, Agreement> rows = new TreeMap<>();

  /** As {@link Agreements#state}. */
  public List<Told> state(
      List<Statement> statements, Set<Subject> learned, Map<Subject, Identity> identities) {
    Map<Subject, AgreementState> said = new TreeMap<>();
    for (Statement statement : statements) {
      said.merge(statement.agreement(), statement.state(), AgreementState::join);
    }
    Map<Subject, Agreement> touched = new TreeMap<>();
    said.forEach((id, state) -> touched.put(id, rows.getOrDefault(id, Agreement.first(id, state))));
    rows.forEach((id, row) -> {
      if (learned.contains(id) || learned.contains(customer(row))) {
        touched.put(id, row);
      }
    });
    List<Told> told = new ArrayList<>();
    touched.forEach((id, before) -> {
      AgreementState state = before.state().join(said.getOrDefault(id, before.state()));
      Agreement after = before.next(state, identity(id, state, identities));
      rows.put(id, after);
      after.newsSince(before).ifPresent(event -> told.add(new Told(event, "")));
    });
    return told;
  }

  private static Subject customer(Agreement row) {
    String customer = row.state().providerCustomer();
    return new Subject(row.id().provider(), customer == null ? "" : customer);
  }

  private static Identity identity(
      Subject id, AgreementState state, Map<Subject, Identity> identities) {
    Identity own = identities.getOrDefault(id, Identity.UNKNOWN);
    String customer = state.providerCustomer();
    if (customer == null) {
      return own;
    }
    Subject subject = new Subject(id.provider(), customer);
    return own.orElse(identities.getOrDefault(subject, Identity.UNKNOWN).withoutPlan());
  }

  /** Everything that is known of every agreement, without versions. */
  public List<String> fingerprint() {
    return rows.values().stream()
        .map(row ->
            Stream.of(
                    row.id().provider(),
                    row.id().id(),
                    row.state().status().wireName(),
                    row.state().endsAt(),
                    row.state().planCode(),
                    row.state().providerCustomer(),
                    row.state().at(),
                    row.state().source().name(),
                    row.state().eventId(),
                    row.customerId(),
                    row.planCode())
                .map(String::valueOf)
                .collect(Collectors.joining(" ")))
        .toList();
  }
}
