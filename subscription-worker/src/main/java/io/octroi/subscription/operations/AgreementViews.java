package io.octroi.subscription.operations;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Reads agreements. */
interface AgreementViews extends Repository<AgreementEntity, AgreementEntity.Key> {
  List<AgreementEntity> findByCustomerIdOrderByUpdatedAtDesc(String customerId, Limit limit);
}
