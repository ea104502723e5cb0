package io.octroi.bench.scenario;

import io.octroi.bench.measure.Station;
import io.octroi.bench.report.Unit;
import io.octroi.local.Service;
import io.octroi.local.ServiceName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What payments cost as payloads grow, and with a second worker. */
public final class Growth implements Scenario {
  private static final Map<String, Integer> PAYLOADS = new LinkedHashMap<>();
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  static {
    PAYLOADS.put("1.3 KB", 1_300);
    PAYLOADS.put("3 KB", Bench.EVENT_BYTES);
    PAYLOADS.put("20 KB", 20 * 1024);
  }

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String purpose() {
    return "payments committed, by payload and by number of payment-workers";
  }

  @Override
  public int mostRounds() {
    return 1;
  }

  @Override
  public void round(Bench bench) {
    PAYLOADS.forEach((title, bytes) -> tell(bench, "payloads of " + title, bytes));
    tell(bench, "one payment-worker", Bench.EVENT_BYTES);
    Service another = bench.octroi().startAnother(ServiceName.PAYMENT_WORKER);
    try {
      // Its code must be as warm as that of the first.
      Sustained.until(
          bench, bench.octroi(), Station.PAYMENT, Bench.EVENT_BYTES, bench.times().warmUp());
      tell(bench, "two payment-workers", Bench.EVENT_BYTES);
    } finally {
      another.stop(STOP_PATIENCE);
    }
    bench.settle();
  }

  private void tell(Bench bench, String figure, int bytes) {
    Sustained sustained =
        Sustained.until(bench, bench.octroi(), Station.PAYMENT, bytes, bench.times().window());
    bench.found(
        this, figure, bench.octroi(), Unit.PER_SECOND, sustained.perSecond(Station.PAYMENT));
  }
}
