package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** Flutterwave, version 4: charges, refunds and chargebacks; how a chargeback ends is not told. */
final class FlutterwaveShop implements Shop {
  @Override
  public String provider() {
    return "flutterwave";
  }

  @Override
  public String currency() {
    return "XOF";
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    return switch (h.kind()) {
      case BEGUN ->
          List.of(
              p.webhook(
                  "fetched.charge",
                  h,
                  Purchase.FETCHED,
                  "chg_<name>",
                  "{'status':'success','data':" + charge("pending") + "}"));
      case FAILED -> List.of(event(p, h, "charge.completed", charge("failed")));
      case PAID -> List.of(event(p, h, "charge.completed", charge("succeeded")));
      case REFUNDED -> List.of(event(p, h, "refund.completed", refund("succeeded")));
      case REFUND_FAILED -> List.of(event(p, h, "refund.failed", refund("failed")));
      case DISPUTED ->
          List.of(
              event(
                  p,
                  h,
                  "chargeback.created",
                  """
                  {'id':'chb_<n><name>','amount':<amount>,'currency':'<currency>',
                   'charge_id':'chg_<name>','status':'initiated','created_datetime':'<at>'}
                  """));
      case DISPUTE_WON, DISPUTE_LOST, AGREEMENT_ENDED -> List.of();
    };
  }

  private static String charge(String status) {
    return "{'id':'chg_<name>','amount':<amount>,'currency':'<currency>','status':'"
        + status
        + "','reference':'basket-<name>',"
        + "'customer':{'id':'cus_<customer>','email':'<name>@example.org'},"
        + "'meta':{'customer_id':'<customer>','plan_code':'<plan>'},'created_datetime':'<at>'}";
  }

  private static String refund(String status) {
    return "{'id':'rfd_<n><name>','amount_refunded':<part>,'currency':'<currency>',"
        + "'charge_id':'chg_<name>','status':'"
        + status
        + "','created_datetime':'<at>'}";
  }

  private static VerifiedWebhook event(Purchase p, Happening h, String type, String data) {
    return p.webhook(
        type,
        h,
        Purchase.SIGNED,
        "chg_<name>",
        "{'webhook_id':'<event>','timestamp':<seconds>000,'type':'"
            + type
            + "','data':"
            + data
            + "}");
  }
}
