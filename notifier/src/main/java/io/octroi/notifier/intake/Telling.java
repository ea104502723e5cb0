package io.octroi.notifier.intake;

import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.PlannedDelivery;
import io.octroi.notifier.notification.KeyHolder;
import io.octroi.notifier.notification.Notification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification and how it is to be delivered.
 *
 * @param ifTaken what is told instead where an earlier event already holds the key, where there is
 *     anything to tell then
 */
record Telling(
    Notification notification, List<PlannedDelivery> deliveries, @Nullable Telling ifTaken) {

  /**
   * Whether a key that is taken calls for {@link #ifTaken}: a later event of the same subscription
   * always does; for another subscription, which got the same payment, only where access needs a
   * link, for the payment itself was told already.
   */
  boolean callsForMore(KeyHolder holder) {
    return holder.isBefore(notification)
        && (holder.subscriptionId().equals(notification.access().subscriptionId()) || invites());
  }

  private boolean invites() {
    return deliveries.stream().anyMatch(d -> d.action() == DeliveryAction.TELEGRAM_INVITATION);
  }
}
