package io.octroi.payment.reconciliation;

import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Repairs;
import io.octroi.payment.publication.Publisher;
import io.octroi.payment.publication.Told;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Tells readers of payments again, where what they were told was lost on the way. */
class Retelling {
  private final Repairs repairs;
  private final Publisher publisher;
  private final Clock clock;

  Retelling(Repairs repairs, Publisher publisher, Clock clock) {
    this.repairs = repairs;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Whether there was a payment to tell of. */
  @Transactional
  public boolean retell(PaymentId id) {
    List<Told> told = repairs.retell(id, clock.instant());
    publisher.publish(told);
    return !told.isEmpty();
  }
}
