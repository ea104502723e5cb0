package io.octroi.subscription.operations;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Reads payments. */
interface GrantViews extends Repository<GrantEntity, UUID> {
  List<GrantEntity> findByCustomerIdOrderByUpdatedAtDesc(String customerId, Limit limit);

  List<GrantEntity> findByCustomerIdAndFamilyOrderByUpdatedAtDesc(
      String customerId, String family, Limit limit);

  List<GrantEntity> findByUnknownPlanTrueAndPaymentIdGreaterThanOrderByPaymentId(
      UUID after, Limit limit);
}
