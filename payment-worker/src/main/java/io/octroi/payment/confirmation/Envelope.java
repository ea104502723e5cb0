package io.octroi.payment.confirmation;

import io.octroi.payment.order.Order;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What is passed on of an answer. Orange confirms the amount it is asked about and does not repeat
 * it; there the answer's bytes stand beside what was asked. All others are passed on as they are.
 */
final class Envelope {
  private Envelope() {}

  static byte[] of(String provider, byte[] answer, Optional<Order> order) {
    if (!provider.equals("orange_money") || order.isEmpty()) {
      return answer;
    }
    Map<String, Object> asked =
        Map.of(
            "amount", mainUnit(order.get()),
            "currency", order.get().asked().currency().getCurrencyCode());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(text("{\"asked\":" + Documents.JSON.writeValueAsString(asked)));
    whole.writeBytes(text(",\"answer\":"));
    whole.writeBytes(answer);
    whole.writeBytes(text("}"));
    return whole.toByteArray();
  }

  /** The amount as it was asked, in the main unit and without decimals that are zero. */
  static String mainUnit(Order order) {
    return BigDecimal.valueOf(order.asked().minorUnits(), order.asked().exponent())
        .stripTrailingZeros()
        .toPlainString();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
