package io.octroi.payment.rebuild;

import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.Repairs;
import io.octroi.payment.publication.Publisher;
import io.octroi.payment.rebuild.Units.Damaged;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mends live rows by the rebuilt ones, a payment in a transaction, under the locks of the intake
 * and in their order. What a webhook changed since the comparison is left to the webhook.
 */
final class Mender {
  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Schemas schemas;
  private final Stores live;
  private final Clock clock;
  private final int maxRemovals;

  Mender(
      JdbcTemplate jdbc,
      TransactionOperations transactions,
      Schemas schemas,
      Stores live,
      Clock clock,
      int maxRemovals) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.schemas = schemas;
    this.live = live;
    this.clock = clock;
    this.maxRemovals = maxRemovals;
  }

  /** The live stores, and the way to tell readers. */
  record Stores(
      Repairs repairs, Identities identities, Agreements agreements, Publisher publisher) {}

  /** Mends everything that the comparison found, payment by payment. */
  Mended mend(Units units) {
    AtomicLong mended = new AtomicLong();
    AtomicLong remade = new AtomicLong();
    units.identities(subject -> mended(() -> identity(subject)));
    units.payments(payment -> {
      mended(() -> payment(payment));
      mended.incrementAndGet();
      remade.addAndGet(payment.liveId() == null ? 1 : 0);
    });
    units.agreements(subject -> mended(() -> agreement(subject)));
    mended(() -> update(MendingStatements.LEDGER));
    long invented = units.invented();
    AtomicLong removed = new AtomicLong();
    if (invented <= maxRemovals) {
      units.invented(id -> mended(() -> removed.addAndGet(withdrawn(id) ? 1 : 0)));
    }
    return new Mended(
        mended.get(), remade.get(), removed.get(), invented - removed.get() + units.unexplained());
  }

  private void mended(Runnable work) {
    transactions.executeWithoutResult(status -> work.run());
  }

  private void identity(Subject subject) {
    live.identities().hold(Set.of(subject));
    update(MendingStatements.IDENTITY, subject.provider(), subject.id());
  }

  private void agreement(Subject subject) {
    live.identities().hold(Set.of(subject));
    if (update(MendingStatements.AGREEMENT, beyondAny(), subject.provider(), subject.id()) > 0) {
      live.publisher().publish(live.agreements().retell(subject));
    }
  }

  private void payment(Damaged damaged) {
    UUID id = damaged.id().value();
    UUID shadow = damaged.shadowId();
    jdbc.query(schemas.in(MendingStatements.LOCK_REFERENCES), row -> {}, id, shadow);
    live.identities().hold(subjects(damaged));
    if (!jdbc.queryForList(MendingStatements.MERGED, UUID.class, id).isEmpty()) {
      return;
    }
    update(MendingStatements.REMOVE_REFERENCES, id, id);
    update(MendingStatements.ADD_REFERENCES, id, shadow);
    update(MendingStatements.REMOVE_FACTS, id, id);
    update(MendingStatements.ADD_FACTS, id, shadow);
    List<Reference> references = references(id);
    if (!references.isEmpty()) {
      long newerThan = exists(id) ? damaged.version() : beyondAny();
      live.publisher()
          .publish(live.repairs().mend(damaged.id(), references, damaged.endpoint(), newerThan));
    }
  }

  private boolean withdrawn(PaymentId payment) {
    UUID id = payment.value();
    jdbc.query(MendingStatements.LOCK_OWN_REFERENCES, row -> {}, id);
    jdbc.queryForList("select id from payments where id = ? for update", UUID.class, id);
    Boolean invented =
        jdbc.queryForObject(schemas.in(MendingStatements.INVENTED), Boolean.class, id);
    if (!Boolean.TRUE.equals(invented)) {
      return false;
    }
    jdbc.update("delete from payment_references where payment_id = ?", id);
    jdbc.update("delete from payment_facts where payment_id = ?", id);
    live.publisher().publish(live.repairs().withdraw(payment, clock.instant()));
    return true;
  }

  /** Beyond any version that readers may know of a row that is gone. */
  private long beyondAny() {
    return clock.instant().getEpochSecond();
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
   * @param removed payments that no webhook explained
   * @param unexplained rows that no webhook explains and that stay
   */
  record Mended(long payments, long remade, long removed, long unexplained) {
    static final Mended NOTHING = new Mended(0, 0, 0, 0);
  }
}
