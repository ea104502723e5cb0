package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** Stripe: a Checkout session paid once, or the invoices of a subscription. */
final class StripeShop implements Shop {
  @Override
  public String provider() {
    return "stripe";
  }

  @Override
  public String currency() {
    return "EUR";
  }

  @Override
  public boolean recurs() {
    return true;
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    return switch (h.kind()) {
      case BEGUN ->
          p.agreement() > 0
              ? List.of(intent(p, h, "processing"), subscription(p, h, "created", "incomplete"))
              : List.of(intent(p, h, "processing"));
      case FAILED -> List.of(intent(p, h, "payment_failed"));
      case PAID -> p.agreement() > 0 ? invoiced(p, h) : checkedOut(p, h);
      case REFUNDED -> List.of(charge(p, h, "refunded"), refund(p, h, "updated", "succeeded"));
      case REFUND_FAILED -> List.of(refund(p, h, "failed", "failed"));
      case DISPUTED ->
          List.of(
              dispute(p, h, "created", "needs_response"),
              dispute(p, h, "funds_withdrawn", "needs_response"));
      case DISPUTE_WON -> List.of(dispute(p, h, "closed", "won"));
      case DISPUTE_LOST -> List.of(dispute(p, h, "closed", "lost"));
      case AGREEMENT_ENDED ->
          p.agreement() > 0 ? List.of(subscription(p, h, "deleted", "canceled")) : List.of();
    };
  }

  private static List<VerifiedWebhook> checkedOut(Purchase p, Happening h) {
    return List.of(
        intent(p, h, "succeeded"),
        charge(p, h, "succeeded"),
        event(
            p,
            h,
            "checkout.session.completed",
            """
            {'id':'cs_<name>','object':'checkout.session','amount_total':<minor>,'currency':'eur',
             'client_reference_id':'<customer>','customer':'cus_<customer>','mode':'payment',
             'customer_details':{'email':'<name>@example.org'},'locale':'fr',
             'metadata':{'plan_code':'<plan>','telegram_user_id':'77'},
             'payment_intent':'pi_<name>','payment_status':'paid'}
            """));
  }

  private static List<VerifiedWebhook> invoiced(Purchase p, Happening h) {
    return List.of(
        intent(p, h, "succeeded"),
        event(
            p,
            h,
            "invoice.paid",
            """
            {'id':'in_<name>','object':'invoice','amount_paid':<minor>,'amount_due':<minor>,
             'currency':'eur','billing_reason':'subscription_cycle','customer':'cus_<customer>',
             'parent':{'subscription_details':{'subscription':'sub_<agreement>',
              'metadata':{'customer_id':'<customer>','plan_code':'<plan>'}}}}
            """),
        event(
            p,
            h,
            "invoice_payment.paid",
            """
            {'id':'inpay_<name>','object':'invoice_payment','amount_paid':<minor>,'currency':'eur',
             'invoice':'in_<name>','payment':{'type':'payment_intent','payment_intent':'pi_<name>'}}
            """),
        subscription(p, h, "updated", "active"));
  }

  private static VerifiedWebhook intent(Purchase p, Happening h, String what) {
    return event(
        p,
        h,
        "payment_intent." + what,
        """
        {'id':'pi_<name>','object':'payment_intent','amount':<minor>,'amount_received':<minor>,
         'currency':'eur','customer':'cus_<customer>','latest_charge':'ch_<name>','metadata':{}}
        """);
  }

  private static VerifiedWebhook charge(Purchase p, Happening h, String what) {
    return event(
        p,
        h,
        "charge." + what,
        """
        {'id':'ch_<name>','object':'charge','amount':<minor>,'amount_refunded':<minor-total>,
         'currency':'eur','customer':'cus_<customer>','payment_intent':'pi_<name>','paid':true,
         'captured':true}
        """);
  }

  private static VerifiedWebhook refund(Purchase p, Happening h, String what, String status) {
    return event(
        p,
        h,
        "refund." + what,
        "{'id':'re_<n>_<name>','object':'refund','amount':<minor-part>,'currency':'eur',"
            + "'charge':'ch_<name>','payment_intent':'pi_<name>','status':'"
            + status
            + "'}");
  }

  private static VerifiedWebhook dispute(Purchase p, Happening h, String what, String status) {
    return event(
        p,
        h,
        "charge.dispute." + what,
        "{'id':'du_<n>_<name>','object':'dispute','amount':<minor>,'currency':'eur',"
            + "'charge':'ch_<name>','payment_intent':'pi_<name>','status':'"
            + status
            + "'}");
  }

  private static VerifiedWebhook subscription(Purchase p, Happening h, String what, String status) {
    return event(
        p,
        h,
        "customer.subscription." + what,
        "{'id':'sub_<agreement>','object':'subscription','customer':'cus_<customer>',"
            + "'cancel_at':null,'cancel_at_period_end':false,'ended_at':null,'status':'"
            + status
            + "','metadata':{'customer_id':'<customer>','plan_code':'<plan>'}}");
  }

  private static VerifiedWebhook event(Purchase p, Happening h, String type, String object) {
    return p.webhook(
        type,
        h,
        Purchase.SIGNED,
        "pi_<name>",
        "{'id':'<event>','object':'event','api_version':null,'created':<seconds>,'livemode':false,"
            + "'type':'"
            + type
            + "','data':{'object':"
            + object
            + "}}");
  }
}
