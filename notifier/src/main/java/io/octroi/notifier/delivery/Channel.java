package io.octroi.notifier.delivery;

import java.util.Set;

/** A way in which deliveries are sent. */
public interface Channel {
  /** What this channel does. */
  Set<DeliveryAction> actions();

  /**
   * Sends once, outside any transaction and in less time than the lease lasts. It may have been
   * sent before by a worker that died: sending again must do as little harm as the channel allows.
   */
  DeliveryOutcome send(Assignment assignment);

  /**
   * Leaves off a delivery that is no longer true; the place to mend what an earlier attempt left
   * half done.
   */
  default DeliveryOutcome abandon(Assignment assignment, String reason) {
    return new DeliveryOutcome.Dropped(reason);
  }
}
