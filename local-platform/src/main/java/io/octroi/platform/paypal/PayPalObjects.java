package io.octroi.platform.paypal;

import io.octroi.platform.provider.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** PayPal's objects as its API shows them and its events carry them. */
final class PayPalObjects {
  private PayPalObjects() {}

  static ObjectNode capture(PayPalPayment payment, String status, Instant at) {
    ObjectNode capture = Json.object();
    capture.put("id", payment.capture()).put("status", status);
    capture.set("amount", money(payment.currency(), payment.value()));
    capture.put("final_capture", true).put("custom_id", payment.customId());
    capture.withObject("seller_protection").put("status", "ELIGIBLE");
    capture
        .withObject("supplementary_data")
        .withObject("related_ids")
        .put("order_id", payment.order());
    times(capture, at);
    link(capture, "self", "/v2/payments/captures/" + payment.capture());
    link(capture, "up", "/v2/checkout/orders/" + payment.order());
    return capture;
  }

  static ObjectNode refund(
      PayPalPayment payment, String refund, String value, String total, Instant at) {
    ObjectNode object = Json.object();
    object.put("id", refund).put("status", "COMPLETED");
    object.set("amount", money(payment.currency(), value));
    object.put("custom_id", payment.customId());
    ObjectNode breakdown = object.withObject("seller_payable_breakdown");
    breakdown.set("gross_amount", money(payment.currency(), value));
    breakdown.set("total_refunded_amount", money(payment.currency(), total));
    times(object, at);
    link(object, "self", "/v2/payments/refunds/" + refund);
    link(object, "up", "/v2/payments/captures/" + payment.capture());
    return object;
  }

  /** A charge of a subscription, in the words of the first API. */
  static ObjectNode sale(PayPalPayment payment, String agreement, Instant at) {
    ObjectNode sale = Json.object();
    sale.put("id", payment.capture()).put("state", "completed");
    ObjectNode amount = sale.withObject("amount");
    amount.put("total", payment.value()).put("currency", payment.currency());
    amount.withObject("details").put("subtotal", payment.value());
    sale.put("payment_mode", "INSTANT_TRANSFER").put("billing_agreement_id", agreement);
    sale.put("custom", payment.customId()).put("invoice_number", "");
    times(sale, at);
    link(sale, "self", "/v1/payments/sale/" + payment.capture());
    return sale;
  }

  static ObjectNode subscription(String id, String status, String customId, Instant at) {
    ObjectNode subscription = Json.object();
    subscription.put("id", id).put("plan_id", "P-MONTHLY0000000000").put("status", status);
    subscription.put("start_time", seconds(at)).put("quantity", "1").put("custom_id", customId);
    ObjectNode billing = subscription.withObject("billing_info");
    billing.put("failed_payments_count", 0);
    billing.put("next_billing_time", seconds(at.plus(30, ChronoUnit.DAYS)));
    times(subscription, at);
    link(subscription, "self", "/v1/billing/subscriptions/" + id);
    return subscription;
  }

  static ObjectNode dispute(PayPalPayment payment, String id, String status, Instant at) {
    ObjectNode dispute = Json.object();
    dispute.put("dispute_id", id);
    times(dispute, at);
    dispute
        .withArray("disputed_transactions")
        .addObject()
        .put("buyer_transaction_id", "B" + payment.capture())
        .put("seller_transaction_id", payment.capture())
        .put("custom", payment.customId());
    dispute.put("reason", "UNAUTHORISED").put("status", status);
    dispute.set("dispute_amount", money(payment.currency(), payment.value()));
    dispute.put("dispute_life_cycle_stage", "CHARGEBACK").put("dispute_channel", "INTERNAL");
    link(dispute, "self", "/v1/customer/disputes/" + id);
    return dispute;
  }

  static void link(ObjectNode object, String rel, String path) {
    object
        .withArray("links")
        .addObject()
        .put("href", "https://api.paypal.com" + path)
        .put("rel", rel)
        .put("method", "GET");
  }

  private static ObjectNode money(String currency, String value) {
    return Json.object().put("currency_code", currency).put("value", value);
  }

  private static void times(ObjectNode object, Instant at) {
    object.put("create_time", seconds(at)).put("update_time", seconds(at));
  }

  private static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
