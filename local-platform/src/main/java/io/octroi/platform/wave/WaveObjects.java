package io.octroi.platform.wave;

import io.octroi.platform.provider.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** Wave's objects as its API shows them and its webhooks carry them. */
final class WaveObjects {
  private static final long CHECKOUT_MINUTES = 30;

  private WaveObjects() {}

  /** A session that is paid, or still open. */
  static ObjectNode session(WavePayment payment, boolean paid, Instant at) {
    ObjectNode session = Json.object();
    session.put("id", payment.session()).put("amount", Long.toString(payment.amount()));
    session.put("checkout_status", paid ? "complete" : "open");
    session.put("client_reference", payment.reference()).put("currency", payment.currency());
    session.put("error_url", "https://shop.example/error").putNull("last_payment_error");
    session.put("business_name", "Octroi");
    session.put("payment_status", paid ? "succeeded" : "processing");
    session.put("success_url", "https://shop.example/success");
    session.put("wave_launch_url", "https://pay.wave.com/c/" + payment.session());
    session.put("when_created", seconds(at));
    session.put("when_expires", seconds(at.plus(CHECKOUT_MINUTES, ChronoUnit.MINUTES)));
    if (paid) {
      session.put("when_completed", seconds(at)).put("transaction_id", payment.transaction());
    } else {
      session.putNull("when_completed").putNull("transaction_id");
    }
    return session;
  }

  /** A line of the account; of a refund, with its amount taken off. */
  static ObjectNode transaction(WavePayment payment, boolean reversal, Instant at) {
    ObjectNode line = Json.object();
    line.put("timestamp", seconds(at)).put("transaction_id", payment.transaction());
    line.put("transaction_type", "merchant_payment");
    line.put("amount", (reversal ? "-" : "") + payment.amount()).put("fee", "0");
    line.put("currency", payment.currency()).put("is_reversal", reversal);
    line.put("client_reference", payment.reference());
    line.put("checkout_api_session_id", payment.session());
    return line;
  }

  static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
