package io.octroi.payment.order;

import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.Learned;
import io.octroi.payment.customer.PlanSource;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.ledger.LedgerKey;
import io.octroi.payment.payment.Booked;
import io.octroi.payment.payment.Booking;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentFact;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.Reference;
import io.octroi.payment.payment.ReferenceKind;
import io.octroi.payment.payment.Resolution;
import io.octroi.payment.publication.Told;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What we asked providers to collect. An order is evidence of its payment like a webhook: the
 * payment exists from then on, pending, with its customer and plan.
 */
public class Orders {
  private final OrderRows rows;
  private final Payments payments;
  private final Ledger ledger;
  private final Consumer<List<Told>> publisher;

  public Orders(
      JdbcTemplate jdbc, Payments payments, Ledger ledger, Consumer<List<Told>> publisher) {
    this.rows = new OrderRows(jdbc);
    this.payments = payments;
    this.ledger = ledger;
    this.publisher = publisher;
  }

  /** Registers an order; the same one twice changes nothing. */
  @Transactional
  public Registration register(Order order) {
    if (rows.insert(order)) {
      book(order);
      return Registration.CREATED;
    }
    return find(order.provider(), order.reference()).filter(order::asksAs).isPresent()
        ? Registration.ALREADY_EXISTS
        : Registration.EXISTS_WITH_DIFFERENT_REQUEST;
  }

  public Optional<Order> find(String provider, String reference) {
    return rows.find(provider, List.of(reference)).stream().findFirst();
  }

  /**
   * The orders of one provider that notifications mean; unknown names are left out.
   *
   * @param names as in {@link Order#answersTo}
   */
  public Map<String, Order> find(String provider, Collection<String> names) {
    Set<String> wanted = Set.copyOf(names);
    Map<String, Order> found = new HashMap<>();
    for (Order order : rows.find(provider, wanted)) {
      wanted.stream().filter(order::answersTo).forEach(name -> found.put(name, order));
    }
    return found;
  }

  /**
   * Orders, newest first.
   *
   * @param customer empty for everybody's
   * @param state empty for any
   */
  public List<Order> list(String customer, String state, int limit) {
    return rows.list(customer, state, limit);
  }

  /** The provider was asked how it stands; what is paid stays paid. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(String provider, String reference, Order.State state) {
    rows.settle(provider, reference, state);
  }

  /** Enters the evidence that an order is; registering it does this, and so does a replay. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void book(Order order) {
    List<Reference> references =
        List.of(new Reference(order.provider(), ReferenceKind.CHECKOUT, order.reference()));
    Resolution resolution = payments.resolve(List.of(references));
    Claim claim =
        new Claim(
            order.customerId(),
            CustomerSource.CLIENT_REFERENCE,
            order.planCode(),
            PlanSource.METADATA,
            order.contact());
    Evidence evidence =
        new Evidence(
            "order:" + order.reference(),
            order.endpoint(),
            order.createdAt(),
            List.of(new PaymentFact.Pending(order.asked()), new PaymentFact.Claimed(claim)));
    Booked booked =
        payments.book(
            List.of(
                new Booking(resolution.paymentOf(references.getFirst()), references, evidence, "")),
            resolution,
            Learned.NOTHING);
    ledger.matched(
        booked.nowMatched().stream().map(e -> new LedgerKey(e.endpoint(), e.eventId())).toList());
    publisher.accept(booked.told());
  }
}
