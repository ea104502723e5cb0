package io.octroi.operations.reconciliation;

import java.util.Set;

/** One comparison of two records of the same things; a bean of who knows both. */
public interface Check {
  /** A stable name in snake_case, such as {@code ledger_against_payments}. */
  String name();

  /** The conditions of its findings, and of nobody else's. */
  Set<String> conditions();

  /**
   * Compares, a bounded part at a time and without holding a transaction open.
   *
   * @param discrepancies takes what differs
   * @return how many things were looked at
   * @throws CheckFailedException where it cannot be told now; its findings stay as they are
   */
  long run(Discrepancies discrepancies);
}
