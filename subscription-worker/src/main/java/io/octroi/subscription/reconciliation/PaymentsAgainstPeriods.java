package io.octroi.subscription.reconciliation;

import io.octroi.operations.reconciliation.Check;
import io.octroi.operations.reconciliation.Discrepancies;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every paid payment has its period, and every period its payment. Goes through the ids of payments
 * page by page: what the payment-worker lists of a stretch against what is known here of it.
 */
final class PaymentsAgainstPeriods implements Check {
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  private final PaymentLists lists;
  private final KnownPayments known;
  private final Clock clock;
  private final ReconciliationProperties settings;

  PaymentsAgainstPeriods(
      PaymentLists lists, KnownPayments known, Clock clock, ReconciliationProperties settings) {
    this.lists = lists;
    this.known = known;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "payments_against_periods";
  }

  @Override
  public Set<String> conditions() {
    return Arrays.stream(Mismatch.values()).map(Mismatch::condition).collect(Collectors.toSet());
  }

  @Override
  public long run(Discrepancies discrepancies) {
    long lookedAt = 0;
    UUID after = FIRST;
    boolean more = true;
    while (more) {
      Instant settled = clock.instant().minus(settings.settleAfter());
      List<ListedPayment> page = lists.after(after);
      more = page.size() == settings.pageSize();
      UUID upTo = more ? page.getLast().id() : LAST;
      lookedAt += new Stretch(page, settled, discrepancies).compare(after, upTo);
      after = upTo;
    }
    return lookedAt;
  }

  /** The payments of a stretch of ids. */
  private final class Stretch {
    private final Map<UUID, ListedPayment> listed = new LinkedHashMap<>();
    private final Instant settled;
    private final Discrepancies discrepancies;

    Stretch(List<ListedPayment> page, Instant settled, Discrepancies discrepancies) {
      page.forEach(payment -> listed.put(payment.id(), payment));
      this.settled = settled;
      this.discrepancies = discrepancies;
    }

    long compare(UUID after, UUID upTo) {
      long lookedAt = 0;
      List<KnownPayment> page = known.between(after, upTo, settings.pageSize());
      while (!page.isEmpty()) {
        for (KnownPayment payment : page) {
          judge(payment.id(), listed.remove(payment.id()), payment);
        }
        lookedAt += page.size();
        page = known.between(page.getLast().id(), upTo, settings.pageSize());
      }
      listed.values().forEach(payment -> judge(payment.id(), payment, null));
      return lookedAt + listed.size();
    }

    /** What changed a moment ago may be on its way. */
    private void judge(UUID id, @Nullable ListedPayment there, @Nullable KnownPayment here) {
      if ((there != null && there.updatedAt().isAfter(settled))
          || (here != null && here.updatedAt().isAfter(settled))) {
        return;
      }
      Mismatch.between(there, here)
          .ifPresent(mismatch ->
              discrepancies.add(
                  mismatch.condition(), id.toString(), detail(there, here), mismatch.remedy()));
    }
  }

  private static Map<String, Object> detail(
      @Nullable ListedPayment there, @Nullable KnownPayment here) {
    Map<String, Object> detail = new LinkedHashMap<>();
    if (there != null) {
      detail.put("status", there.status().wireName());
      detail.put("version", there.version());
    }
    if (here != null) {
      detail.put("version_here", here.version());
      detail.put("period", here.period());
      detail.put("unknown_plan", here.unknownPlan());
    }
    return detail;
  }
}
