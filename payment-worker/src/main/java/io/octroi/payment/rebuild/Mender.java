package io.octroi.payment.rebuild;

import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.publication.Publisher;
import io.octroi.payment.rebuild.Units.Damaged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mends live rows by the rebuilt ones, a payment in a transaction, under the locks of the intake
 * and in their order. What a webhook changed since the comparison is left to the webhook.
 */
final class Mender {
  /** Beyond any version that readers may know of a row that is gone. */
  private static final long REMADE = 1_000_000;

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Schemas schemas;
  private final Stores live;

  Mender(JdbcTemplate jdbc, TransactionOperations transactions, Schemas schemas, Stores live) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.schemas = schemas;
    this.live = live;
  }

  /** The live stores, and the way to tell readers. */
  record Stores(
      Payments payments, Identities identities, Agreements agreements, Publisher publisher) {}

  /** Mends everything that the comparison found and a webhook explains. */
  Mended mend(Units units) {
    units.identities().forEach(subject -> mended(() -> identity(subject)));
    List<Damaged> payments = units.payments();
    payments.forEach(payment -> mended(() -> payment(payment)));
    units.agreements().forEach(subject -> mended(() -> agreement(subject)));
    mended(() -> update(MendingStatements.LEDGER));
    long remade = payments.stream().filter(p -> p.liveId() == null).count();
    return new Mended(payments.size(), remade, units.unexplained());
  }

  private void mended(Runnable work) {
    transactions.executeWithoutResult(status -> work.run());
  }

  private void identity(Subject subject) {
    live.identities().learn(Set.of(subject), Map.of());
    update(MendingStatements.IDENTITY, subject.provider(), subject.id());
  }

  private void agreement(Subject subject) {
    live.identities().learn(Set.of(subject), Map.of());
    if (update(MendingStatements.AGREEMENT, REMADE, subject.provider(), subject.id()) > 0) {
      live.publisher().publish(live.agreements().retell(subject));
    }
  }

  private void payment(Damaged damaged) {
    UUID id = damaged.id().value();
    UUID shadow = damaged.shadowId();
    jdbc.query(schemas.in(MendingStatements.LOCK_REFERENCES), row -> {}, id, shadow);
    live.identities().learn(subjects(damaged), Map.of());
    if (!jdbc.queryForList(MendingStatements.MERGED, UUID.class, id).isEmpty()) {
      return;
    }
    update(MendingStatements.REMOVE_REFERENCES, id, id);
    update(MendingStatements.ADD_REFERENCES, id, shadow);
    update(MendingStatements.REMOVE_FACTS, id, id);
    update(MendingStatements.ADD_FACTS, id, shadow);
    List<Reference> references = references(id);
    if (!references.isEmpty()) {
      long newerThan = exists(id) ? damaged.version() : damaged.version() + REMADE;
      live.publisher()
          .publish(live.payments().mend(damaged.id(), references, damaged.endpoint(), newerThan));
    }
  }

  private boolean exists(UUID id) {
    return !jdbc.queryForList("select id from payments where id = ?", UUID.class, id).isEmpty();
  }

  private List<Reference> references(UUID id) {
    return jdbc.query(
        "select provider, kind, reference from payment_references where payment_id = ?",
        (row, number) ->
            new Reference(
                row.getString("provider"),
                ReferenceKind.ofStoredName(row.getString("kind")),
                row.getString("reference")),
        id);
  }

  private static Set<Subject> subjects(Damaged damaged) {
    return Stream.of(damaged.agreement(), damaged.providerCustomer())
        .filter(id -> id != null)
        .map(id -> new Subject(damaged.provider(), id))
        .collect(Collectors.toSet());
  }

  private int update(String statement, Object... arguments) {
    return jdbc.update(schemas.in(statement), arguments);
  }

  /**
   * What was mended.
   *
   * @param remade payments of which no trace was left: readers may know them by another id
   * @param unexplained rows that no webhook explains; they stay
   */
  record Mended(long payments, long remade, long unexplained) {}
}
