package io.octroi.subscription.operations;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Reads periods. */
interface PeriodViews extends Repository<PeriodEntity, UUID> {
  List<PeriodEntity> findBySubscriptionIdOrderByStartsAtDesc(UUID subscriptionId, Limit limit);
}
