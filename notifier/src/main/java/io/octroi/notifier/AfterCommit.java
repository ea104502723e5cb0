package io.octroi.notifier;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is done once a transaction is committed, and not at all where it is rolled back. */
public final class AfterCommit {
  private AfterCommit() {}

  /** To be called within a transaction. */
  public static void run(Runnable action) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
