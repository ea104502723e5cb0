package io.octroi.notifier.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery to be made.
 *
 * @param target the chat it acts on, or empty where the customer's address is the target
 * @param dueAt from when it may be sent
 * @param droppedFor why it is noted and never sent; empty where it is to be sent
 */
public record PlannedDelivery(
    UUID notificationId,
    String customerId,
    DeliveryAction action,
    String target,
    Instant dueAt,
    Instant createdAt,
    String droppedFor) {

  public PlannedDelivery(
      UUID notificationId,
      String customerId,
      DeliveryAction action,
      String target,
      Instant dueAt,
      Instant createdAt) {
    this(notificationId, customerId, action, target, dueAt, createdAt, "");
  }
}
