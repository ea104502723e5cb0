package io.octroi.subscription.intake;

import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.subscription.PaymentChanges;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** At start, counts payments whose plan was not configured when they came and now is. */
@Component
public final class PlanAdoption implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(PlanAdoption.class);
  private static final int TRIES = 10;

  private final PaymentChanges changes;
  private final PlanAdoptionProperties settings;
  private final Clock clock;

  PlanAdoption(PaymentChanges changes, PlanAdoptionProperties settings, Clock clock) {
    this.changes = changes;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    runOnce();
  }

  /**
   * @return how many subscriptions were concerned
   */
  public int runOnce() {
    int total = 0;
    int adopted;
    do {
      adopted = adopt();
      total += adopted;
    } while (adopted > 0);
    if (total > 0) {
      LOG.atInfo()
          .addKeyValue(LogKeys.COUNT, total)
          .log("Payments of plans that were not configured before now count");
    }
    return total;
  }

  /** Once more where another transaction was faster: it has committed, and is known then. */
  private int adopt() {
    for (int left = TRIES - 1; ; left--) {
      try {
        return changes.adoptConfiguredPlans(
            settings.batchSize(), clock.instant().truncatedTo(ChronoUnit.MICROS));
      } catch (ConcurrencyFailureException e) {
        if (left == 0) {
          throw e;
        }
      }
    }
  }
}
