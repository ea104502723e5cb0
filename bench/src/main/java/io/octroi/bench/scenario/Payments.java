package io.octroi.bench.scenario;

import io.octroi.bench.measure.Station;
import io.octroi.bench.subject.Octroi;
import io.octroi.local.ServiceName;
import java.util.List;

/**
 * What gateway and payment-worker sustain together: ledger, facts, payment and outbox row
 * committed. Once while the workers behind them stand still, which is what baselines do, and once
 * while they work.
 */
public final class Payments implements Scenario {
  /** The workers behind the payment-worker. */
  static final List<ServiceName> BEHIND =
      List.of(ServiceName.SUBSCRIPTION_WORKER, ServiceName.NOTIFIER);

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public String purpose() {
    return "POST to payment committed, sustained without growing lag";
  }

  @Override
  public void round(Bench bench) {
    Octroi octroi = bench.octroi();
    BEHIND.forEach(octroi::pause);
    try {
      tell(bench, "payment committed, later workers paused");
    } finally {
      BEHIND.forEach(octroi::resume);
    }
    bench.settle();
    tell(bench, "payment committed, later workers busy");
    bench.settle();
  }

  private void tell(Bench bench, String figure) {
    Sustained.tell(bench, this, bench.octroi(), Station.PAYMENT, figure);
  }
}
