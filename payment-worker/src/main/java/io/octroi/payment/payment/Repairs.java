package io.octroi.payment.payment;

import io.octroi.contracts.PaymentEvent.PaymentAmended;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.publication.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Sets right the rows of payments that something else than a webhook has changed. */
public class Repairs {
  private final PaymentRows rows;
  private final EvidenceRows evidence;
  private final Identities identities;

  public Repairs(JdbcTemplate jdbc, JsonMapper json, Clock clock, Identities identities) {
    this.rows = new PaymentRows(jdbc, clock);
    this.evidence = new EvidenceRows(jdbc, json);
    this.identities = identities;
  }

  /**
   * Makes a payment's row again from its evidence, whatever the row says. The caller holds the
   * payment's references and the subjects it depends on.
   *
   * @param references all names of the payment
   * @param endpoint where it was first heard of, should its evidence not tell
   * @param newerThan a version that readers may have seen, besides the row's own
   * @return what to tell readers: the whole state, as an amendment; empty where the row was right,
   *     and for a payment that another one stands for, which stays as it is
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Told> mend(
      PaymentId id, List<Reference> references, String endpoint, long newerThan) {
    Optional<Payment> row = locked(id);
    if (row.map(Payment::mergedInto).isPresent()) {
      return List.of();
    }
    Draft draft = new Draft(id, null);
    draft.add(
        new Booking(id, references, new Evidence("", endpoint, Instant.EPOCH, List.of()), ""));
    draft.takeUp(evidence.of(List.of(id)).getOrDefault(id, List.of()));
    PaymentState state = draft.state();
    Payment rebuilt = draft.after(state, identities.find(Set.copyOf(draft.dependsOn(state))));
    if (row.filter(rebuilt::sameAs).isPresent()) {
      return List.of();
    }
    long version = Math.max(row.map(Payment::version).orElse(0L), newerThan) + 1;
    Payment mended = rebuilt.withVersion(version);
    rows.write(List.of(mended));
    return amended(mended, state.lastHeardOf());
  }

  /**
   * Takes a payment away for which nothing speaks. The caller holds its references and has made
   * sure that it has no evidence and stands for no other payment.
   *
   * @param at when it is taken away
   * @return what to tell readers: that it failed, as an amendment; empty where they do not know it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Told> withdraw(PaymentId id, Instant at) {
    Optional<Payment> row = locked(id);
    rows.remove(id);
    return row.map(payment -> amended(payment.withdrawn(), at)).orElse(List.of());
  }

  /**
   * Makes a payment's whole state news again, under its next version.
   *
   * @return empty where there is no such payment, where another one stands for it, and where
   *     readers do not know it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Told> retell(PaymentId id, Instant at) {
    List<Payment> again =
        locked(id).stream()
            .filter(payment -> payment.published() && payment.mergedInto() == null)
            .map(payment -> payment.withVersion(payment.version() + 1))
            .toList();
    rows.write(again);
    return again.stream().flatMap(payment -> amended(payment, at).stream()).toList();
  }

  private Optional<Payment> locked(PaymentId id) {
    return rows.lock(new TreeSet<>(List.of(id))).stream().findFirst();
  }

  private static List<Told> amended(Payment payment, Instant at) {
    return payment.published()
        ? payment.snapshot().stream()
            .map(snapshot -> new Told(new PaymentAmended(at, snapshot), ""))
            .toList()
        : List.of();
  }
}
