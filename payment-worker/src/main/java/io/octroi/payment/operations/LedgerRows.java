package io.octroi.payment.operations;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads the ledger for operators. */
interface LedgerRows extends Repository<LedgerRow, LedgerRow.Key> {
  Optional<LedgerRow> findByKey(LedgerRow.Key key);

  /** Newest first. */
  @Query(
      "select l from LedgerRow l where l.outcome = :outcome and l.position < :before"
          + " order by l.position desc")
  List<LedgerRow> ofOutcome(String outcome, long before, Limit limit);

  /** Newest first. */
  @Query("select l from LedgerRow l where l.position < :before order by l.position desc")
  List<LedgerRow> newest(long before, Limit limit);

  /** Newest first. */
  @Query("select c from ConflictRow c where c.position < :before order by c.position desc")
  List<ConflictRow> conflicts(long before, Limit limit);
}
