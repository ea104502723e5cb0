package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** CinetPay: what its API says when it is asked. */
final class CinetPayShop implements Shop {
  @Override
  public String provider() {
    return "cinetpay";
  }

  @Override
  public String currency() {
    return "XOF";
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    return switch (h.kind()) {
      case BEGUN -> List.of(answer(p, h, "662", "PENDING", ""));
      case FAILED -> List.of(answer(p, h, "627", "REFUSED", "<stamp>"));
      case PAID -> List.of(answer(p, h, "00", "ACCEPTED", "<stamp>"));
      case REFUNDED, REFUND_FAILED, DISPUTED, DISPUTE_WON, DISPUTE_LOST, AGREEMENT_ENDED ->
          List.of();
    };
  }

  private static VerifiedWebhook answer(
      Purchase p, Happening h, String code, String status, String date) {
    return p.webhook(
        "fetched.payment",
        h,
        Purchase.FETCHED,
        "basket-<name>",
        "{'code':'"
            + code
            + "','message':'M','data':{'amount':'<amount>','currency':'<currency>','status':'"
            + status
            + "','payment_method':'MOMO',"
            + "'metadata':'{\\'customer_id\\':\\'<customer>\\',\\'plan_code\\':\\'<plan>\\'}',"
            + "'operator_id':null,'payment_date':'"
            + date
            + "'}}");
  }
}
