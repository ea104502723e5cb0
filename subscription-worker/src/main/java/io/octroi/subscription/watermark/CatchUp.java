package io.octroi.subscription.watermark;

import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.watermark.PaymentProgress.ProgressUnknownException;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets watermarks count once the payments before them have been taken in. A watermark tells of the
 * ledger; its payments come over another topic and may be behind.
 */
public class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  private final Watermarks watermarks;
  private final PaymentProgress progress;
  private @Nullable Mark mark;

  CatchUp(Watermarks watermarks, PaymentProgress progress) {
    this.watermarks = watermarks;
    this.progress = progress;
  }

  /** Watermarks, and where the payments' topic ended after they had been heard. */
  private record Mark(Map<String, Instant> heard, Map<TopicPartition, Long> ends) {}

  /** Looks once; what is behind is looked at again. */
  @Scheduled(fixedDelayString = "${octroi.subscription.removal.progress-interval:2s}")
  public synchronized void lookOnce() {
    try {
      Mark current = mark;
      if (current == null) {
        Map<String, Instant> heard = watermarks.waiting();
        if (heard.isEmpty()) {
          return;
        }
        current = new Mark(heard, progress.ends());
      }
      boolean reached = progress.reached(current.ends());
      mark = reached ? null : current;
      if (reached) {
        watermarks.count(current.heard());
      }
    } catch (ProgressUnknownException e) {
      LOG.atWarn()
          .addKeyValue(LogKeys.REASON, "progress_unknown")
          .log("How far payments have been taken in is not known; watermarks wait");
    }
  }
}
