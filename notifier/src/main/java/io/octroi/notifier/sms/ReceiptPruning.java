package io.octroi.notifier.sms;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;

/** Other messages of the same account are reported here, too, and are nothing to keep. */
final class ReceiptPruning {
  /** Longer than a delivery may be tried for. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final SmsReceipts receipts;
  private final Clock clock;

  ReceiptPruning(SmsReceipts receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void prune() {
    receipts.forgetUnknown(clock.instant().minus(KEPT));
  }
}
