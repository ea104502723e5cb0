package io.octroi.subscription.operations;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Reads what became of reminders. */
interface ReminderViews extends Repository<ReminderEntity, ReminderEntity.Key> {
  List<ReminderEntity> findBySubscriptionIdOrderByEndsAtDesc(UUID subscriptionId, Limit limit);
}
