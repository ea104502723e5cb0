package io.octroi.payment.payment;

import java.util.UUID;

/** Our id of a payment; a UUIDv7, so that the smaller one was made earlier. */
public record PaymentId(UUID value) implements Comparable<PaymentId> {
  @Override
  public int compareTo(PaymentId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
