package io.octroi.payment;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Webhooks of one purchase at Stripe, in the shapes it sends. All ids end in the purchase's name,
 * so that purchases of different tests never meet.
 *
 * @param name letters and digits
 */
public record StripeWebhooks(String name) {
  public static final Instant START = Instant.parse("2026-09-01T10:00:00Z");
  public static final String ENDPOINT = "stripe-main";

  public String session() {
    return "cs_test_" + name;
  }

  public String intent() {
    return "pi_" + name;
  }

  public String charge() {
    return "ch_" + name;
  }

  public String invoice() {
    return "in_" + name;
  }

  public String subscription() {
    return "sub_" + name;
  }

  public String payer() {
    return "cus_" + name;
  }

  public String customer() {
    return "cust-" + name;
  }

  /** A paid session that names customer, plan and contact. */
  public VerifiedWebhook checkoutPaid(int second) {
    return checkout("completed", "paid", second);
  }

  public VerifiedWebhook checkout(String what, String paymentStatus, int second) {
    return event(
        "checkout.session." + what,
        second,
        """
        {"id":"SESSION","object":"checkout.session","amount_total":4900,"currency":"eur",
         "client_reference_id":"CUSTOMER","customer":"PAYER","mode":"payment","locale":"fr",
         "customer_details":{"email":"payer@example.org","phone":"+221770000042"},
         "metadata":{"plan_code":"signaux-monthly","telegram_user_id":"77"},
         "payment_intent":"INTENT","payment_status":"%s"}
        """
            .replace("%s", paymentStatus));
  }

  /** A session in which a subscription was made. */
  public VerifiedWebhook checkoutSubscribed(int second) {
    return event(
        "checkout.session.completed",
        second,
        """
        {"id":"SESSION","object":"checkout.session","amount_total":4900,"currency":"eur",
         "client_reference_id":"CUSTOMER","customer":"PAYER","mode":"subscription",
         "customer_details":{"email":"payer@example.org"},
         "metadata":{"plan_code":"signaux-monthly"},"payment_intent":null,
         "invoice":"INVOICE","subscription":"SUBSCRIPTION","payment_status":"paid"}
        """);
  }

  /** An intent that knows the payer and nothing of our customers. */
  public VerifiedWebhook intent(String what, int second) {
    return event(
        "payment_intent." + what,
        second,
        """
        {"id":"INTENT","object":"payment_intent","amount":4900,"amount_received":4900,
         "currency":"eur","customer":"PAYER","latest_charge":"CHARGE","metadata":{}}
        """);
  }

  public VerifiedWebhook chargeSucceeded(int second) {
    return event(
        "charge.succeeded",
        second,
        """
        {"id":"CHARGE","object":"charge","amount":4900,"amount_refunded":0,"currency":"eur",
         "customer":"PAYER","payment_intent":"INTENT","paid":true,"captured":true}
        """);
  }

  public VerifiedWebhook refundedTo(long total, int second) {
    return event(
        "charge.refunded",
        second,
        """
        {"id":"CHARGE","object":"charge","amount":4900,"amount_refunded":%s,"currency":"eur",
         "customer":"PAYER","payment_intent":"INTENT","paid":true,"captured":true}
        """
            .replace("%s", Long.toString(total)));
  }

  public VerifiedWebhook refund(String status, long amount, int second) {
    return event(
        status.equals("failed") ? "refund.failed" : "refund.updated",
        second,
        """
        {"id":"re_NAME","object":"refund","amount":%s,"currency":"eur","charge":"CHARGE",
         "payment_intent":"INTENT","status":"STATUS"}
        """
            .replace("%s", Long.toString(amount))
            .replace("STATUS", status));
  }

  public VerifiedWebhook dispute(String what, String status, int second) {
    return event(
        "charge.dispute." + what,
        second,
        """
        {"id":"du_NAME","object":"dispute","amount":4900,"currency":"eur","charge":"CHARGE",
         "payment_intent":"INTENT","status":"%s"}
        """
            .replace("%s", status));
  }

  /** A paid invoice that knows its subscription and nothing of our customers. */
  public VerifiedWebhook invoicePaid(int second) {
    return event(
        "invoice.paid",
        second,
        """
        {"id":"INVOICE","object":"invoice","amount_paid":4900,"amount_due":4900,"currency":"eur",
         "billing_reason":"subscription_create","customer":"PAYER",
         "parent":{"subscription_details":{"subscription":"SUBSCRIPTION","metadata":{}}}}
        """);
  }

  public VerifiedWebhook invoicePaidBy(int second) {
    return event(
        "invoice_payment.paid",
        second,
        """
        {"id":"inpay_NAME","object":"invoice_payment","amount_paid":4900,"currency":"eur",
         "invoice":"INVOICE","payment":{"type":"payment_intent","payment_intent":"INTENT"}}
        """);
  }

  public VerifiedWebhook subscription(String what, String status, int second) {
    return event(
        "customer.subscription." + what,
        second,
        """
        {"id":"SUBSCRIPTION","object":"subscription","customer":"PAYER","status":"%s",
         "cancel_at":null,"cancel_at_period_end":false,"ended_at":null,"metadata":{}}
        """
            .replace("%s", status));
  }

  public VerifiedWebhook event(String type, int second, String object) {
    String eventId = "evt_" + type.replace('.', '_') + second + name;
    String filled =
        object
            .replace("SESSION", session())
            .replace("INTENT", intent())
            .replace("CHARGE", charge())
            .replace("INVOICE", invoice())
            .replace("SUBSCRIPTION", subscription())
            .replace("PAYER", payer())
            .replace("CUSTOMER", customer())
            .replace("NAME", name);
    Instant at = START.plusSeconds(second);
    String body =
        "{\"id\":\""
            + eventId
            + "\",\"object\":\"event\",\"api_version\":null,\"created\":"
            + at.getEpochSecond()
            + ",\"livemode\":false,\"type\":\""
            + type
            + "\",\"data\":{\"object\":"
            + filled.strip()
            + "}}";
    return webhook(eventId, type, at, body);
  }

  /** The same event id at the same endpoint, with another body. */
  public static VerifiedWebhook withOtherBytes(VerifiedWebhook webhook) {
    String body = new String(webhook.body(), StandardCharsets.UTF_8).replace("4900", "9900");
    return new VerifiedWebhook(
        webhook.endpoint(),
        webhook.provider(),
        webhook.eventId(),
        webhook.eventType(),
        webhook.orderingKey(),
        webhook.occurredAt(),
        webhook.receivedAt(),
        webhook.provenance(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private VerifiedWebhook webhook(String eventId, String type, Instant at, String body) {
    return new VerifiedWebhook(
        ENDPOINT,
        "stripe",
        eventId,
        type,
        intent(),
        at,
        at.plusMillis(1500),
        Provenance.webhook(Trust.SIGNED, "v1"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
