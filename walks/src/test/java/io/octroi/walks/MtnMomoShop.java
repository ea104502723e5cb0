package io.octroi.walks;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.VerifiedWebhook;
import java.util.ArrayList;
import java.util.List;

/** MTN MoMo: callbacks that anyone may send, here even lies, and what the API says. */
final class MtnMomoShop implements Shop {
  private static final String KEY = "6f1c2a9e-5b0d-4c3e-9a77-<twelve>";

  @Override
  public String provider() {
    return "mtn_momo";
  }

  @Override
  public String currency() {
    return "XAF";
  }

  @Override
  public boolean needsOrder() {
    return true;
  }

  @Override
  public String orderReference(Purchase purchase) {
    return KEY.replace("<twelve>", purchase.twelveDigits());
  }

  @Override
  public List<VerifiedWebhook> tell(Purchase p, Happening h) {
    List<VerifiedWebhook> told = new ArrayList<>();
    String paid = "'status':'SUCCESSFUL','financialTransactionId':'66<no>'";
    switch (h.kind()) {
      case BEGUN -> told.add(payment(p, h, Purchase.FETCHED, "'status':'PENDING'"));
      case FAILED -> {
        told.add(payment(p, h, Purchase.HINT, paid));
        told.add(
            payment(
                p, h, Purchase.FETCHED, "'status':'FAILED','reason':{'code':'NOT_ENOUGH_FUNDS'}"));
      }
      case PAID -> {
        told.add(payment(p, h, Purchase.HINT, "'status':'FAILED'"));
        told.add(payment(p, h, Purchase.FETCHED, paid));
      }
      case REFUNDED, REFUND_FAILED, DISPUTED, DISPUTE_WON, DISPUTE_LOST, AGREEMENT_ENDED -> {}
    }
    return told;
  }

  private static VerifiedWebhook payment(
      Purchase p, Happening h, Provenance provenance, String fields) {
    return p.webhook(
        provenance.equals(Purchase.HINT) ? "callback" : "fetched.payment",
        h,
        provenance,
        KEY,
        "{'externalId':'basket-<name>','amount':'<amount>','currency':'<currency>',"
            + "'payer':{'partyIdType':'MSISDN','partyId':'237670000001'},"
            + fields
            + "}");
  }
}
