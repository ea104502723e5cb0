package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** Paystack: charges, refunds that are known by their amount, and disputes with their end. */
final class PaystackShop implements Shop {
  @Override
  public String provider() {
    return "paystack";
  }

  @Override
  public String currency() {
    return "GHS";
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    return switch (h.kind()) {
      case BEGUN, AGREEMENT_ENDED -> List.of();
      case FAILED ->
          List.of(
              p.webhook(
                  "fetched.transaction", h, Purchase.FETCHED, "ref-<name>", transaction("failed")));
      case PAID -> List.of(event(p, h, "charge.success", transaction("success")));
      case REFUNDED -> List.of(refund(p, h, "pending"), refund(p, h, "processed"));
      case REFUND_FAILED -> List.of(refund(p, h, "failed"));
      case DISPUTED -> List.of(dispute(p, h, "create", "awaiting-merchant-feedback", "null"));
      case DISPUTE_WON -> List.of(dispute(p, h, "resolve", "resolved", "'declined'"));
      case DISPUTE_LOST -> List.of(dispute(p, h, "resolve", "resolved", "'merchant-accepted'"));
    };
  }

  private static String transaction(String status) {
    return "{'id':88<no>,'domain':'live','status':'"
        + status
        + "','reference':'ref-<name>','amount':<minor>,'paid_at':'<at>','created_at':'<at>',"
        + "'currency':'<currency>','metadata':{'customer_id':'<customer>','plan_code':'<plan>'},"
        + "'customer':{'id':3,'email':'<name>@example.org','customer_code':'CUS_<customer>'},"
        + "'plan':{}}";
  }

  private static VerifiedWebhook refund(Purchase p, Happening h, String status) {
    return event(
        p,
        h,
        "refund." + status,
        "{'status':'"
            + status
            + "','transaction_reference':'ref-<name>','refund_reference':'T<n>',"
            + "'amount':'<minor-part>','currency':'<currency>','domain':'live'}");
  }

  private static VerifiedWebhook dispute(
      Purchase p, Happening h, String what, String status, String resolution) {
    return event(
        p,
        h,
        "charge.dispute." + what,
        "{'id':33<no><n>,'refund_amount':<minor>,'currency':'<currency>','status':'"
            + status
            + "','resolution':"
            + resolution
            + ",'domain':'live','transaction':"
            + transaction("success")
            + ",'resolvedAt':'<at>','created_at':'<at>'}");
  }

  private static VerifiedWebhook event(Purchase p, Happening h, String type, String data) {
    return p.webhook(
        type, h, Purchase.SIGNED, "ref-<name>", "{'event':'" + type + "','data':" + data + "}");
  }
}
