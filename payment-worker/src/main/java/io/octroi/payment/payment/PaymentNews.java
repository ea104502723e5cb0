package io.octroi.payment.payment;

import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentEvent.DisputeWon;
import io.octroi.contracts.PaymentEvent.PaymentAmended;
import io.octroi.contracts.PaymentEvent.PaymentDisputed;
import io.octroi.contracts.PaymentEvent.PaymentFailed;
import io.octroi.contracts.PaymentEvent.PaymentLost;
import io.octroi.contracts.PaymentEvent.PaymentPending;
import io.octroi.contracts.PaymentEvent.PaymentRefunded;
import io.octroi.contracts.PaymentEvent.PaymentSucceeded;
import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which event tells of the step from one state of a payment to the next. */
final class PaymentNews {
  private PaymentNews() {}

  /**
   * @param before the payment before; absent where there was none
   * @param after the payment now
   * @return empty where readers would see nothing new, or the payment is not for them yet
   */
  static Optional<PaymentEvent> of(@Nullable Payment before, Payment after, Instant occurredAt) {
    if (!after.published() || (before != null && after.readsAs(before))) {
      return Optional.empty();
    }
    Content content = before != null && before.published() ? before.content() : null;
    return after.snapshot().map(now -> event(content, after.content(), now, occurredAt));
  }

  private static PaymentEvent event(
      @Nullable Content before, Content now, PaymentSnapshot snapshot, Instant at) {
    if (before != null && before.status() == now.status()) {
      return Objects.equals(before.refunded(), now.refunded())
          ? new PaymentAmended(at, snapshot)
          : new PaymentRefunded(at, snapshot);
    }
    if (before != null && before.status() == PaymentStatus.DISPUTED && settled(now.status())) {
      return new DisputeWon(at, snapshot);
    }
    return switch (now.status()) {
      case PENDING -> new PaymentPending(at, snapshot);
      case SUCCEEDED -> new PaymentSucceeded(at, snapshot);
      case FAILED -> new PaymentFailed(at, snapshot);
      case PARTIALLY_REFUNDED, REFUNDED -> new PaymentRefunded(at, snapshot);
      case DISPUTED -> new PaymentDisputed(at, snapshot);
      case LOST -> new PaymentLost(at, snapshot);
    };
  }

  private static boolean settled(PaymentStatus status) {
    return switch (status) {
      case SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED -> true;
      case PENDING, FAILED, DISPUTED, LOST -> false;
    };
  }
}
