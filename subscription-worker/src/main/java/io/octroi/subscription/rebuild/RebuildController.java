package io.octroi.subscription.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.operations.audit.DryRunnable;
import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.subscription.Difference;
import io.octroi.subscription.subscription.Rebuilding;
import io.octroi.subscription.subscription.SubscriptionKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators rebuild subscriptions page by page, so that each call costs a bounded time. */
@RestController
class RebuildController {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildController.class);

  private final Rebuilding rebuilding;
  private final RebuildProperties settings;
  private final Clock clock;

  RebuildController(Rebuilding rebuilding, RebuildProperties settings, Clock clock) {
    this.rebuilding = rebuilding;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The page after a subscription; without one the first. With {@code dry_run=true} it is compared
   * and not mended.
   */
  @PostMapping("/operations/rebuild/subscriptions")
  @DryRunnable
  View page(
      @RequestParam(name = "after_customer", defaultValue = "") String customer,
      @RequestParam(name = "after_family", defaultValue = "") String family,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Rebuilding.Page page =
        rebuilding.compare(new SubscriptionKey(customer, family), settings.pageSize(), now);
    long mended = dryRun ? 0 : mend(page, now);
    List<Difference> all = page.differences().values().stream().flatMap(List::stream).toList();
    return new View(
        page.keys().size(),
        all.stream().map(d -> d.table() + " " + d.key()).distinct().count(),
        all.subList(0, Math.min(all.size(), settings.maxDifferences())),
        dryRun ? null : mended,
        page.keys().size() < settings.pageSize() ? null : Next.of(page.keys().getLast()));
  }

  private long mend(Rebuilding.Page page, Instant now) {
    long mended = page.differences().keySet().stream().filter(k -> rebuilding.mend(k, now)).count();
    if (mended > 0) {
      LOG.atWarn()
          .addKeyValue(LogKeys.COUNT, mended)
          .log("Subscriptions were not what their payments amount to, and were mended");
    }
    return mended;
  }

  /**
   * @param lookedAt how many subscriptions
   * @param differing how many rows differ
   * @param differences the first fields that differ
   * @param mended how many subscriptions were mended; absent in a dry run
   * @param next where to go on; absent at the end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @JsonProperty("looked_at") long lookedAt,
      @JsonProperty("differing_rows") long differing,
      @JsonProperty("differences") List<Difference> differences,
      @JsonProperty("mended") @Nullable Long mended,
      @JsonProperty("next") @Nullable Next next) {}

  /** The last subscription that was looked at, as the parameters of the next call. */
  record Next(
      @JsonProperty("after_customer") String customer,
      @JsonProperty("after_family") String family) {
    static Next of(SubscriptionKey key) {
      return new Next(key.customerId(), key.family());
    }
  }
}
