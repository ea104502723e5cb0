package io.octroi.payment.operations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads the payments for operators; lists come newest first. */
interface PaymentRows extends Repository<PaymentRow, UUID> {
  Optional<PaymentRow> findById(UUID id);

  @Query(
      "select p from PaymentRow p where p.customerId = :customer and p.mergedInto is null"
          + " and p.id < :before order by p.id desc")
  List<PaymentRow> ofCustomer(String customer, UUID before, Limit limit);

  /** Paid, and nobody knows by whom or for what. */
  @Query(
      "select p from PaymentRow p where p.paidAt is not null and p.mergedInto is null"
          + " and (p.customerId is null or p.planCode is null)"
          + " and p.id < :before order by p.id desc")
  List<PaymentRow> unassigned(UUID before, Limit limit);

  /** A reference names one payment at each provider that uses it. */
  @Query(
      nativeQuery = true,
      value =
          """
          select p.* from payments p
            join payment_references r on r.payment_id = p.id
           where r.reference = :reference
           order by p.id desc
          """)
  List<PaymentRow> ofReference(String reference, Limit limit);

  /** The payments that an event told something of; mostly one. */
  @Query(
      nativeQuery = true,
      value =
          """
          select p.* from payments p
            join payment_facts f on f.payment_id = p.id
           where f.event_id = :event
           order by p.id desc
          """)
  List<PaymentRow> ofEvent(String event, Limit limit);

  @Query(
      nativeQuery = true,
      value = "select reference from payment_references where payment_id = :id order by reference")
  List<String> references(UUID id, Limit limit);

  /** What the events said, by the names of the facts only: facts may hold personal data. */
  @Query(
      nativeQuery = true,
      value =
          """
          select f.event_id as "eventId", f.endpoint as "endpoint", f.at as "at",
                 array_to_string(array(
                   select jsonb_path_query(f.facts, '$[*].kind') #>> '{}'), ',') as "kinds"
            from payment_facts f
           where f.payment_id = :id
           order by f.at, f.event_id
          """)
  List<FactRow> facts(UUID id, Limit limit);
}
