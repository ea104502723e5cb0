package io.octroi.walks;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** Wave: a session and its transaction; what goes back goes back whole. */
final class WaveShop implements Shop {
  @Override
  public String provider() {
    return "wave";
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
              told(
                  p,
                  h,
                  "fetched.session",
                  Purchase.FETCHED,
                  session("'checkout_status':'open','payment_status':'processing'")));
      case PAID ->
          List.of(
              told(
                  p,
                  h,
                  "checkout.session.completed",
                  Purchase.SIGNED,
                  "{'id':'<event>','type':'checkout.session.completed','data':"
                      + session(
                          "'checkout_status':'complete','payment_status':'succeeded',"
                              + "'when_completed':'<at>','transaction_id':'T<name>'")
                      + "}"),
              told(p, h, "fetched.transaction", Purchase.FETCHED, transaction("", "false")));
      case REFUNDED ->
          h.total() == Purchase.AMOUNT
              ? List.of(
                  told(p, h, "fetched.transaction", Purchase.FETCHED, transaction("-", "true")))
              : List.of();
      case FAILED, REFUND_FAILED, DISPUTED, DISPUTE_WON, DISPUTE_LOST, AGREEMENT_ENDED -> List.of();
    };
  }

  private static String session(String fields) {
    return "{'id':'cos-<name>','amount':'<amount>','client_reference':'<customer>|<plan>',"
        + "'currency':'<currency>','when_created':'<at>',"
        + fields
        + "}";
  }

  private static String transaction(String sign, String reversal) {
    return "{'timestamp':'<at>','transaction_id':'T<name>','transaction_type':'merchant_payment',"
        + "'amount':'"
        + sign
        + "<amount>','fee':'0','currency':'<currency>','is_reversal':"
        + reversal
        + ",'client_reference':'<customer>|<plan>','checkout_api_session_id':'cos-<name>'}";
  }

  private static VerifiedWebhook told(
      Purchase p, Happening h, String type, Provenance provenance, String body) {
    return p.webhook(type, h, provenance, "cos-<name>", body);
  }
}
