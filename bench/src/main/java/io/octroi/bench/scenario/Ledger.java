package io.octroi.bench.scenario;

import io.octroi.bench.measure.LedgerFill;
import io.octroi.bench.measure.Station;
import io.octroi.bench.subject.Octroi;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Whether payments slow down as the tables behind them grow. On a system of its own that begins
 * empty; filled once, so that its rounds are those before and those after.
 */
public final class Ledger implements Scenario {
  private static final int FEW = 1_000;
  private static final int MEASUREMENTS = 3;

  private final Supplier<Octroi> fresh;

  /**
   * On a system of its own.
   *
   * @param fresh starts one
   */
  public Ledger(Supplier<Octroi> fresh) {
    this.fresh = fresh;
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String purpose() {
    return "payments committed over a small ledger and over a large one";
  }

  @Override
  public int mostRounds() {
    return 1;
  }

  @Override
  public void round(Bench bench) {
    try (Octroi octroi = fresh.get()) {
      // They only take of the processors what is to be measured.
      Payments.BEHIND.forEach(octroi::pause);
      try {
        bench.warmUp(octroi, Station.PAYMENT);
        LedgerFill fill = new LedgerFill(octroi.system().database().superuser());
        fill.replaceBy(FEW);
        measure(bench, octroi, FEW);
        fill.replaceBy(bench.times().manyRows());
        measure(bench, octroi, bench.times().manyRows());
      } finally {
        Payments.BEHIND.forEach(octroi::resume);
      }
    }
  }

  private void measure(Bench bench, Octroi octroi, int rows) {
    String figure = String.format(Locale.ROOT, "payment committed, %,d rows", rows);
    for (int i = 0; i < MEASUREMENTS; i++) {
      Sustained.tell(bench, this, octroi, Station.PAYMENT, figure);
    }
  }
}
