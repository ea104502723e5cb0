package io.octroi.bench.scenario;

import io.octroi.bench.measure.Station;
import io.octroi.bench.subject.Octroi;
import io.octroi.contracts.Topics;
import io.octroi.local.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;

/**
 * What more partitions cost, which larger systems have. On a system of its own, since partitions do
 * not become fewer again.
 */
public final class Partitions implements Scenario {
  private static final int FEW = 6;
  private static final int MANY = 24;
  private static final int MEASUREMENTS = 3;
  private static final List<String> GROWING =
      List.of(Topics.WEBHOOKS, Topics.PAYMENTS, Topics.SUBSCRIPTIONS);

  private final Supplier<Octroi> fresh;

  /**
   * On a system of its own.
   *
   * @param fresh starts one, with {@value #FEW} partitions a topic
   */
  public Partitions(Supplier<Octroi> fresh) {
    this.fresh = fresh;
  }

  @Override
  public String name() {
    return "partitions";
  }

  @Override
  public String purpose() {
    return "the whole chain over few partitions and over many";
  }

  @Override
  public int mostRounds() {
    return 1;
  }

  @Override
  public void round(Bench bench) {
    try (Octroi octroi = fresh.get()) {
      measure(bench, octroi, FEW);
      grow(octroi);
      measure(bench, octroi, MANY);
    }
  }

  private void measure(Bench bench, Octroi octroi, int partitions) {
    bench.warmUp(octroi);
    String figure = "notification committed, " + partitions + " partitions";
    for (int i = 0; i < MEASUREMENTS; i++) {
      Sustained.tell(bench, this, octroi, Station.NOTIFICATION, figure);
    }
  }

  /** Who is running would notice only minutes later. */
  private static void grow(Octroi octroi) {
    for (ServiceName service : ServiceName.values()) {
      octroi.stop(service);
    }
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            octroi.system().broker().bootstrapServers());
    try (Admin admin = Admin.create(config)) {
      admin
          .createPartitions(
              GROWING.stream()
                  .collect(
                      Collectors.toMap(Function.identity(), _ -> NewPartitions.increaseTo(MANY))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker made no partitions", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making partitions", e);
    }
    for (ServiceName service : ServiceName.values()) {
      octroi.start(service);
    }
    octroi.system().awaitReady();
  }
}
