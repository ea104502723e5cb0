package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** HyperPay: each movement has an id of its own; chargebacks are told, their end is not. */
final class HyperPayShop implements Shop {
  private static final String PAID = "000.000.000";

  @Override
  public String provider() {
    return "hyperpay";
  }

  @Override
  public String currency() {
    return "SAR";
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    String debit = "'id':'hp<name>','paymentType':'DB','amount':'<amount>'";
    return switch (h.kind()) {
      case BEGUN -> List.of(payment(p, h, "000.200.000", debit));
      case FAILED ->
          List.of(
              payment(
                  p,
                  h,
                  "800.100.155",
                  "'id':'hpf<n><name>','paymentType':'DB','amount':'<amount>'"));
      case PAID -> List.of(payment(p, h, PAID, debit));
      case REFUNDED -> List.of(payment(p, h, PAID, refund()));
      case REFUND_FAILED -> List.of(payment(p, h, "800.100.155", refund()));
      case DISPUTED ->
          List.of(
              payment(
                  p,
                  h,
                  "000.100.221",
                  "'id':'hpc<n><name>','paymentType':'CB','amount':'<amount>',"
                      + "'referencedId':'hp<name>'"));
      case DISPUTE_WON, DISPUTE_LOST, AGREEMENT_ENDED -> List.of();
    };
  }

  private static String refund() {
    return "'id':'hpr<n><name>','paymentType':'RF','amount':'<part>','referencedId':'hp<name>'";
  }

  private static VerifiedWebhook payment(Purchase p, Happening h, String code, String fields) {
    return p.webhook(
        "PAYMENT",
        h,
        Purchase.SIGNED,
        "ndc-<name>",
        "{'type':'PAYMENT','payload':{"
            + fields
            + ",'currency':'<currency>','merchantTransactionId':'basket-<name>','result':{'code':'"
            + code
            + "'},'customer':{'email':'<name>@example.org'},"
            + "'customParameters':{'customer_id':'<customer>','plan_code':'<plan>'},"
            + "'timestamp':'<stamp>+0000','ndc':'ndc-<name>'}}");
  }
}
