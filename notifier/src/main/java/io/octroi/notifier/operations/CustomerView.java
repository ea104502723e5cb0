package io.octroi.notifier.operations;

import io.octroi.notifier.notification.Notification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators see of a customer: addresses masked, links and bodies not at all. */
record CustomerView(String customerId, ContactView contact, List<NotificationView> notifications) {

  record ContactView(String email, String language, String telegramUserId, String phone) {}

  record NotificationView(
      UUID id,
      String key,
      String kind,
      String customerId,
      @Nullable UUID subscriptionId,
      @Nullable String family,
      String planCode,
      @Nullable Instant endsAt,
      @Nullable UUID paymentId,
      Instant occurredAt,
      Instant createdAt,
      List<DeliveryView> deliveries) {

    static NotificationView of(Notification notification, List<DeliveryView> deliveries) {
      Notification.Access access = notification.subject().access();
      Notification.Payment payment = notification.payment();
      return new NotificationView(
          notification.id(),
          notification.key(),
          notification.kind().wireName(),
          notification.subject().customerId(),
          access == null ? null : access.subscriptionId(),
          access == null ? null : access.family(),
          notification.subject().planCode(),
          access == null ? null : access.endsAt(),
          payment == null ? null : payment.paymentId(),
          notification.occurredAt(),
          notification.createdAt(),
          deliveries);
    }
  }

  /**
   * @param insteadOf the delivery that did not reach the customer and in whose place this one is
   * @param receipt what the carrier said last of a text message; empty where it said nothing
   * @param dueAt from when it may be sent; while it is being sent, the end of the lease
   */
  record DeliveryView(
      UUID id,
      UUID notificationId,
      String customerId,
      String action,
      String target,
      String status,
      String code,
      String providerId,
      @Nullable UUID insteadOf,
      String receipt,
      Instant dueAt,
      Instant createdAt,
      @Nullable Instant settledAt,
      List<AttemptView> attempts) {}

  /**
   * @param finishedAt absent where nobody saw the attempt's end
   * @param late the result came when another worker had taken over
   */
  record AttemptView(
      int attempt,
      Instant startedAt,
      @Nullable Instant finishedAt,
      String outcome,
      String code,
      boolean late) {}
}
