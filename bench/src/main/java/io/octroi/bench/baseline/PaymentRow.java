package io.octroi.bench.baseline;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment's columns.
 *
 * @param amount in the currency's minor units
 */
record PaymentRow(
    String id, String status, long amount, String currency, @Nullable String customer) {

  /** What an event's object tells of a payment; empty where it tells of none. */
  static Optional<PaymentRow> of(StripeObject object) {
    return switch (object) {
      case Session session when session.getPaymentIntent() != null ->
          Optional.of(
              new PaymentRow(
                  session.getPaymentIntent(),
                  session.getPaymentStatus(),
                  session.getAmountTotal(),
                  session.getCurrency(),
                  session.getCustomer()));
      case PaymentIntent intent ->
          Optional.of(
              new PaymentRow(
                  intent.getId(),
                  intent.getStatus(),
                  intent.getAmount(),
                  intent.getCurrency(),
                  intent.getCustomer()));
      default -> Optional.empty();
    };
  }
}
