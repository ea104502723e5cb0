package io.octroi.payment.rebuild;

import io.octroi.payment.assignment.Assignments;
import io.octroi.payment.customer.Learned;
import io.octroi.payment.order.Orders;
import io.octroi.payment.payment.Booking;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.PaymentFact.Assigned;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.Resolution;
import io.octroi.payment.rebuild.Decision.Kept;
import io.octroi.payment.rebuild.Decision.Ordered;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Enters again what no webhook told: orders, and what operators decided. */
final class Decisions {
  /** Orders are evidence of the payment that they ask for, under this event id. */
  private static final String ORDER = "order:";

  private static final TypeReference<List<PaymentFact>> FACTS = new TypeReference<>() {};
  private static final String KNOWN =
      """
      select s.provider, s.kind, s.reference
        from LIVE.payment_references l
        join SHADOW.payment_references s using (provider, reference)
       where l.payment_id = ?
       order by s.provider, s.reference
       limit 1
      """;
  private static final String NAMED =
      """
      select provider, reference_kind as kind, reference from LIVE.payments where id = ?
      union all
      select provider, kind, reference from LIVE.payment_references where payment_id = ?
       limit 1
      """;
  private static final RowMapper<Reference> REFERENCE =
      (row, number) ->
          new Reference(
              row.getString("provider"),
              ReferenceKind.ofStoredName(row.getString("kind")),
              row.getString("reference"));

  private final JdbcTemplate jdbc;
  private final Schemas schemas;
  private final JsonMapper json;
  private final Payments payments;
  private final Assignments assignments;
  private final Orders orders;

  Decisions(
      JdbcTemplate jdbc,
      Schemas schemas,
      JsonMapper json,
      Payments payments,
      Assignments assignments,
      Orders orders) {
    this.jdbc = jdbc;
    this.schemas = schemas;
    this.json = json;
    this.payments = payments;
    this.assignments = assignments;
    this.orders = orders;
  }

  /**
   * Enters one if its payment is known by now.
   *
   * @param last whether nothing else will come that could make its payment known
   * @return whether it was entered
   */
  boolean enter(Decision decision, boolean last) {
    return switch (decision) {
      case Ordered ordered -> {
        orders.find(ordered.provider(), ordered.reference()).ifPresent(orders::book);
        yield true;
      }
      case Kept kept -> enter(kept, last);
    };
  }

  private boolean enter(Kept decision, boolean last) {
    Optional<Reference> reference = known(decision);
    if (reference.isEmpty() && last) {
      reference = query(NAMED, decision.payment(), decision.payment());
    }
    reference.ifPresent(r -> enter(decision, r));
    return reference.isPresent();
  }

  private void enter(Kept decision, Reference reference) {
    List<Reference> references = List.of(reference);
    Resolution resolution = payments.resolve(List.of(references));
    PaymentId payment = resolution.paymentOf(reference);
    Evidence evidence =
        new Evidence(
            decision.eventId(),
            decision.endpoint(),
            decision.at(),
            json.readValue(decision.facts(), FACTS));
    if (evidence.facts().stream().anyMatch(Assigned.class::isInstance)) {
      assignments.repeat(payment, evidence);
    } else {
      payments.book(
          List.of(new Booking(payment, references, evidence, "")), resolution, Learned.NOTHING);
    }
  }

  private Optional<Reference> known(Kept decision) {
    if (decision.eventId().startsWith(ORDER)) {
      String named = decision.eventId().substring(ORDER.length());
      return query(
          """
          select provider, kind, reference from LIVE.payment_references
           where payment_id = ? and reference = ?
          """,
          decision.payment(),
          named);
    }
    return query(KNOWN, decision.payment());
  }

  private Optional<Reference> query(String statement, Object... arguments) {
    return jdbc.query(schemas.in(statement), REFERENCE, arguments).stream().findFirst();
  }
}
