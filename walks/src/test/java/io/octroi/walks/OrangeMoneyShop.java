package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** Orange Money: the answer about an order, beside what was asked. */
final class OrangeMoneyShop implements Shop {
  @Override
  public String provider() {
    return "orange_money";
  }

  @Override
  public String currency() {
    return "XOF";
  }

  @Override
  public boolean needsOrder() {
    return true;
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    return switch (h.kind()) {
      case BEGUN -> List.of(answer(p, h, "PENDING", ""));
      case FAILED -> List.of(answer(p, h, "EXPIRED", ""));
      case PAID -> List.of(answer(p, h, "SUCCESS", "MP26.<name>"));
      case REFUNDED, REFUND_FAILED, DISPUTED, DISPUTE_WON, DISPUTE_LOST, AGREEMENT_ENDED ->
          List.of();
    };
  }

  private static VerifiedWebhook answer(Purchase p, Happening h, String status, String txnid) {
    return p.webhook(
        "fetched.order",
        h,
        Purchase.FETCHED,
        "order-<name>",
        "{'asked':{'order_id':'order-<name>','amount':<amount>,'currency':'<currency>'},"
            + "'answer':{'status':'"
            + status
            + "','order_id':'order-<name>','txnid':'"
            + txnid
            + "'}}");
  }
}
