package io.octroi.platform.paystack;

import io.octroi.platform.provider.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** Paystack's objects as its API shows them and its webhooks carry them. */
final class PaystackObjects {
  private PaystackObjects() {}

  /**
   * A transaction.
   *
   * @param status success, failed, abandoned, ongoing or reversed
   */
  static ObjectNode transaction(PaystackPayment payment, String status, Instant at) {
    ObjectNode transaction = Json.object();
    transaction.put("id", payment.id()).put("domain", "test").put("status", status);
    transaction.put("reference", payment.reference()).put("amount", payment.amount());
    transaction.putNull("message");
    transaction.put("gateway_response", status.equals("success") ? "Approved" : "Declined");
    if (status.equals("success")) {
      transaction.put("paid_at", millis(at));
    } else {
      transaction.putNull("paid_at");
    }
    transaction.put("created_at", millis(at)).put("channel", "mobile_money");
    transaction.put("currency", payment.currency());
    transaction.putObject("metadata").put("order_id", payment.reference());
    transaction.put("fees", 0);
    transaction
        .putObject("customer")
        .put("id", 1)
        .put("email", payment.email())
        .put("customer_code", "CUS_1");
    transaction.putObject("plan");
    return transaction;
  }

  /** As its list shows it: with the transaction inside. */
  static ObjectNode refund(PaystackPayment payment, long id, long amount, Instant at) {
    ObjectNode refund = Json.object();
    refund.put("id", id).put("integration", 1).put("domain", "test");
    refund.put("transaction", payment.id());
    refund.put("transaction_reference", payment.reference());
    refund.put("amount", amount).put("currency", payment.currency());
    refund.put("status", "processed");
    refund.put("refunded_at", millis(at)).put("createdAt", millis(at));
    return refund;
  }

  /** As its webhook carries it: no id of its own, and the amount a text. */
  static ObjectNode refundNotice(PaystackPayment payment, long id, long amount) {
    ObjectNode notice = Json.object();
    notice.put("status", "processed").put("transaction_reference", payment.reference());
    notice.put("refund_reference", "T" + id).put("amount", Long.toString(amount));
    notice.put("currency", payment.currency());
    notice.putObject("customer").put("email", payment.email());
    notice.put("integration", 1).put("domain", "test");
    return notice;
  }

  /**
   * A dispute.
   *
   * @param resolution empty while it is open; then such as merchant-accepted or declined
   */
  static ObjectNode dispute(PaystackPayment payment, long id, String resolution, Instant at) {
    boolean open = resolution.isEmpty();
    ObjectNode dispute = Json.object();
    dispute.put("id", id).put("refund_amount", payment.amount());
    dispute.put("currency", payment.currency());
    dispute.put("status", open ? "awaiting-merchant-feedback" : "resolved");
    if (open) {
      dispute.putNull("resolution").putNull("resolvedAt");
    } else {
      dispute.put("resolution", resolution).put("resolvedAt", millis(at));
    }
    dispute.put("domain", "test");
    dispute.set("transaction", transaction(payment, "success", at));
    dispute.put("category", "chargeback");
    dispute.put("created_at", millis(at)).put("updated_at", millis(at));
    dispute.put("createdAt", millis(at)).put("updatedAt", millis(at));
    return dispute;
  }

  private static String millis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
