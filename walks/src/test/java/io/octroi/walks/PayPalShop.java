package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** PayPal: an order captured at once. Refunds and disputes name the capture only. */
final class PayPalShop implements Shop {
  @Override
  public String provider() {
    return "paypal";
  }

  @Override
  public String currency() {
    return "EUR";
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    return switch (h.kind()) {
      case BEGUN -> List.of(capture(p, h, "PENDING", "PENDING"));
      case FAILED -> List.of(capture(p, h, "DENIED", "DECLINED"));
      case PAID -> List.of(capture(p, h, "COMPLETED", "COMPLETED"));
      case REFUNDED ->
          List.of(
              event(
                  p,
                  h,
                  "PAYMENT.CAPTURE.REFUNDED",
                  """
                  {'id':'RE<n><name>','status':'COMPLETED',
                   'amount':{'currency_code':'<currency>','value':'<part>'},
                   'create_time':'<at>','update_time':'<at>','links':[
                    {'href':'https://api.paypal.com/v2/payments/captures/CAP<name>','rel':'up'}]}
                  """));
      case DISPUTED -> List.of(dispute(p, h, "CREATED", "'status':'OPEN'"));
      case DISPUTE_WON -> List.of(resolved(p, h, "RESOLVED_SELLER_FAVOUR"));
      case DISPUTE_LOST -> List.of(resolved(p, h, "RESOLVED_BUYER_FAVOUR"));
      case REFUND_FAILED, AGREEMENT_ENDED -> List.of();
    };
  }

  private static VerifiedWebhook capture(Purchase p, Happening h, String what, String status) {
    return event(
        p,
        h,
        "PAYMENT.CAPTURE." + what,
        "{'id':'CAP<name>','status':'"
            + status
            + "','amount':{'currency_code':'<currency>','value':'<amount>'},'final_capture':true,"
            + "'custom_id':'<customer>|<plan>',"
            + "'supplementary_data':{'related_ids':{'order_id':'ORD<name>'}},"
            + "'create_time':'<at>','update_time':'<at>'}");
  }

  private static VerifiedWebhook resolved(Purchase p, Happening h, String outcome) {
    return dispute(
        p,
        h,
        "RESOLVED",
        "'status':'RESOLVED','dispute_outcome':{'outcome_code':'" + outcome + "'}");
  }

  private static VerifiedWebhook dispute(Purchase p, Happening h, String what, String fields) {
    return event(
        p,
        h,
        "CUSTOMER.DISPUTE." + what,
        "{'dispute_id':'PP-D-<n><name>','create_time':'<at>','update_time':'<at>',"
            + "'disputed_transactions':[{'seller_transaction_id':'CAP<name>'}],"
            + "'dispute_amount':{'currency_code':'<currency>','value':'<amount>'},"
            + fields
            + "}");
  }

  private static VerifiedWebhook event(Purchase p, Happening h, String type, String resource) {
    return p.webhook(
        type,
        h,
        Purchase.SIGNED,
        "CAP<name>",
        "{'id':'<event>','event_version':'1.0','create_time':'<at>','event_type':'"
            + type
            + "','resource':"
            + resource
            + "}");
  }
}
