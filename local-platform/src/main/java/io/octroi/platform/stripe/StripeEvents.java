package io.octroi.platform.stripe;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Makes events. Each call makes a new one: post the same event twice to post a duplicate. */
public final class StripeEvents {
  private final StripeIds ids;

  public StripeEvents(StripeIds ids) {
    this.ids = ids;
  }

  /** Paid: the money is there. */
  public StripeEvent checkoutCompleted(StripePayment payment, Instant at) {
    return event(
        "checkout.session.completed", StripeObjects.session(payment, "complete", "paid"), at);
  }

  /** Completed with a slow payment method: the money is still on its way. */
  public StripeEvent checkoutCompletedUnpaid(StripePayment payment, Instant at) {
    return event(
        "checkout.session.completed", StripeObjects.session(payment, "complete", "unpaid"), at);
  }

  public StripeEvent asyncPaymentSucceeded(StripePayment payment, Instant at) {
    return event(
        "checkout.session.async_payment_succeeded",
        StripeObjects.session(payment, "complete", "paid"),
        at);
  }

  public StripeEvent asyncPaymentFailed(StripePayment payment, Instant at) {
    return event(
        "checkout.session.async_payment_failed",
        StripeObjects.session(payment, "complete", "unpaid"),
        at);
  }

  public StripeEvent checkoutExpired(StripePayment payment, Instant at) {
    return event(
        "checkout.session.expired", StripeObjects.session(payment, "expired", "unpaid"), at);
  }

  public StripeEvent paymentIntentSucceeded(StripePayment payment, Instant at) {
    return event("payment_intent.succeeded", StripeObjects.paymentIntent(payment, "succeeded"), at);
  }

  /** One attempt failed; another may follow. */
  public StripeEvent paymentIntentFailed(StripePayment payment, Instant at) {
    ObjectNode intent = StripeObjects.paymentIntent(payment, "requires_payment_method");
    intent
        .withObject("last_payment_error")
        .put("code", "card_declined")
        .put("decline_code", "insufficient_funds")
        .put("message", "Your card has insufficient funds.")
        .put("type", "card_error");
    return event("payment_intent.payment_failed", intent, at);
  }

  public StripeEvent chargeSucceeded(StripePayment payment, Instant at) {
    return event("charge.succeeded", StripeObjects.charge(payment, 0), at);
  }

  public StripeEvent chargeFailed(StripePayment payment, Instant at) {
    return event("charge.failed", StripeObjects.declinedCharge(payment), at);
  }

  /**
   * Money given back.
   *
   * @param before cumulative, in minor units, before this refund
   * @param refunded cumulative, in minor units, this refund included
   */
  public StripeEvent chargeRefunded(StripePayment payment, long before, long refunded, Instant at) {
    ObjectNode event = envelope("charge.refunded", StripeObjects.charge(payment, refunded), at);
    ObjectNode previous = event.withObject("data").withObject("previous_attributes");
    previous.put("amount_refunded", before);
    if (refunded == payment.amount()) {
      previous.put("refunded", false);
    }
    return finished(event);
  }

  /** All of it given back at once. */
  public StripeEvent chargeRefunded(StripePayment payment, Instant at) {
    return chargeRefunded(payment, 0, payment.amount(), at);
  }

  public String newDisputeId() {
    return ids.dispute();
  }

  public StripeEvent disputeCreated(StripePayment payment, String dispute, Instant at) {
    return dispute("charge.dispute.created", payment, dispute, "needs_response", at);
  }

  public StripeEvent disputeFundsWithdrawn(StripePayment payment, String dispute, Instant at) {
    return dispute("charge.dispute.funds_withdrawn", payment, dispute, "needs_response", at);
  }

  public StripeEvent disputeFundsReinstated(StripePayment payment, String dispute, Instant at) {
    return dispute("charge.dispute.funds_reinstated", payment, dispute, "won", at);
  }

  /**
   * The bank has decided.
   *
   * @param outcome won, lost or warning_closed
   */
  public StripeEvent disputeClosed(
      StripePayment payment, String dispute, String outcome, Instant at) {
    return dispute("charge.dispute.closed", payment, dispute, outcome, at);
  }

  /** Any event around any object, for what has no method here. */
  public StripeEvent any(String type, Map<String, ?> object, Instant at) {
    return event(type, StripeJson.fromMap(object), at);
  }

  private StripeEvent dispute(
      String type, StripePayment payment, String id, String status, Instant at) {
    return event(type, StripeObjects.dispute(payment, id, status, at), at);
  }

  private StripeEvent event(String type, ObjectNode object, Instant at) {
    return finished(envelope(type, object, at));
  }

  private ObjectNode envelope(String type, ObjectNode object, Instant at) {
    ObjectNode event = StripeJson.template("event");
    event.put("id", ids.event()).put("type", type).put("created", at.getEpochSecond());
    event.withObject("data").set("object", object);
    event.withObject("request").put("id", ids.request());
    return event;
  }

  private static StripeEvent finished(ObjectNode event) {
    return new StripeEvent(
        event.path("id").asString(),
        event.path("type").asString(),
        Instant.ofEpochSecond(event.path("created").asLong()),
        StripeJson.write(event));
  }
}
