package io.octroi.subscription.operations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Reads subscriptions. */
interface SubscriptionViews extends Repository<SubscriptionEntity, UUID> {
  Optional<SubscriptionEntity> findBySubscriptionId(UUID subscriptionId);

  List<SubscriptionEntity> findByCustomerIdOrderByFamily(String customerId, Limit limit);
}
