package io.octroi.platform.stripe;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's objects for a purchase, in the states that matter here. */
final class StripeObjects {
  private static final Duration SESSION_LIFE = Duration.ofHours(24);
  private static final Duration EVIDENCE_TIME = Duration.ofDays(7);

  private StripeObjects() {}

  /** A session of this status (open, complete, expired) and payment status (paid, unpaid). */
  static ObjectNode session(StripePayment payment, String status, String paymentStatus) {
    ObjectNode session = StripeJson.template("checkout.session");
    session.put("id", payment.session());
    session.put("amount_subtotal", payment.amount());
    session.put("amount_total", payment.amount());
    session.put("currency", payment.currency());
    session.put("created", payment.createdAt().getEpochSecond());
    session.put("expires_at", payment.createdAt().plus(SESSION_LIFE).getEpochSecond());
    session.put("status", status);
    session.put("payment_status", paymentStatus);
    putUnlessEmpty(session, "client_reference_id", payment.reference());
    session.set("metadata", metadata(payment));
    if (status.equals("complete")) {
      session.put("customer", payment.customer());
      session.put("payment_intent", payment.paymentIntent());
      session.set("customer_details", customerDetails(payment));
    }
    return session;
  }

  private static ObjectNode customerDetails(StripePayment payment) {
    ObjectNode details = StripeJson.object();
    details.set("address", StripeJson.object().put("country", "FR").putNull("city"));
    putUnlessEmpty(details.putNull("email"), "email", payment.email());
    details.putNull("name").putNull("phone").put("tax_exempt", "none").putArray("tax_ids");
    return details;
  }

  /** A payment intent of this status (succeeded, processing, requires_payment_method, canceled). */
  static ObjectNode paymentIntent(StripePayment payment, String status) {
    ObjectNode intent = StripeJson.template("payment_intent");
    boolean succeeded = status.equals("succeeded");
    intent.put("id", payment.paymentIntent());
    intent.put("amount", payment.amount());
    intent.put("amount_received", succeeded ? payment.amount() : 0);
    intent.put("currency", payment.currency());
    intent.put("created", payment.createdAt().getEpochSecond());
    intent.put("customer", payment.customer());
    intent.put("status", status);
    intent.set("metadata", metadata(payment));
    if (succeeded) {
      intent.put("latest_charge", payment.charge());
    }
    return intent;
  }

  /** A charge that succeeded, with so much of it given back. */
  static ObjectNode charge(StripePayment payment, long refunded) {
    ObjectNode charge = StripeJson.template("charge");
    charge.put("id", payment.charge());
    charge.put("amount", payment.amount());
    charge.put("amount_captured", payment.amount());
    charge.put("amount_refunded", refunded);
    charge.put("refunded", refunded == payment.amount());
    charge.put("currency", payment.currency());
    charge.put("created", payment.createdAt().getEpochSecond());
    charge.put("customer", payment.customer());
    charge.put("payment_intent", payment.paymentIntent());
    charge.set("metadata", metadata(payment));
    return charge;
  }

  /** A charge that the bank declined. */
  static ObjectNode declinedCharge(StripePayment payment) {
    ObjectNode charge = charge(payment, 0);
    charge.put("status", "failed").put("paid", false).put("captured", false);
    charge.put("amount_captured", 0).put("failure_code", "card_declined");
    return charge.put("failure_message", "Your card was declined.");
  }

  /** A dispute of this status (needs_response, under_review, won, lost, warning_closed). */
  static ObjectNode dispute(StripePayment payment, String id, String status, Instant openedAt) {
    ObjectNode dispute = StripeJson.template("dispute");
    dispute.put("id", id);
    dispute.put("amount", payment.amount());
    dispute.put("charge", payment.charge());
    dispute.put("payment_intent", payment.paymentIntent());
    dispute.put("currency", payment.currency());
    dispute.put("created", openedAt.getEpochSecond());
    dispute
        .withObject("evidence_details")
        .put("due_by", openedAt.plus(EVIDENCE_TIME).getEpochSecond());
    return dispute.put("status", status);
  }

  static ObjectNode customer(StripePayment payment) {
    ObjectNode customer = StripeJson.template("customer");
    customer.put("id", payment.customer());
    customer.put("created", payment.createdAt().getEpochSecond());
    putUnlessEmpty(customer, "email", payment.email());
    return customer;
  }

  private static ObjectNode metadata(StripePayment payment) {
    ObjectNode metadata = StripeJson.object();
    payment.metadata().forEach(metadata::put);
    return metadata;
  }

  private static void putUnlessEmpty(ObjectNode node, String field, String value) {
    if (!value.isEmpty()) {
      node.put(field, value);
    }
  }
}
