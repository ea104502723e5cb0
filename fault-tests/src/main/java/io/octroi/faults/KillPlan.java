package io.octroi.faults;

import io.octroi.local.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Who dies how in one round, and when.
 *
 * @param services the deaths of each service
 * @param foundations what the services stand on, in the order in which it dies
 */
record KillPlan(Map<ServiceName, Deaths> services, List<Fall> foundations) {
  private static final int LONGEST_WAIT_MILLIS = 1_000;
  private static final int LATEST_PASSING = 8;
  private static final List<String> OF_WORKERS =
      List.of("before-commit", "after-commit", "after-publish");
  private static final Map<ServiceName, List<String>> POINTS =
      Map.of(
          ServiceName.GATEWAY,
          List.of("before-answer"),
          ServiceName.PAYMENT_WORKER,
          OF_WORKERS,
          ServiceName.SUBSCRIPTION_WORKER,
          OF_WORKERS,
          ServiceName.NOTIFIER,
          List.of("before-commit", "after-commit", "mid-delivery"));

  KillPlan {
    services = Map.copyOf(services);
    foundations = List.copyOf(foundations);
  }

  /**
   * How often and where one service ends.
   *
   * @param moment when SIGKILL comes, from the beginning of the round
   * @param points then, one after the other, the lines where it ends by itself, each with its
   *     passing: {@code after-commit:3}
   */
  record Deaths(Duration moment, List<String> points) {
    Deaths {
      points = List.copyOf(points);
    }

    int count() {
      return 1 + points.size();
    }
  }

  /** What the services stand on. */
  enum Foundation {
    BROKER,
    DATABASE;

    void killAndRestart(Rig rig) {
      switch (this) {
        case BROKER -> {
          rig.system().broker().kill();
          rig.restartBroker();
        }
        case DATABASE -> {
          rig.system().database().kill();
          rig.system().database().restart();
        }
      }
    }
  }

  /**
   * One of them dies.
   *
   * @param deaths right when so many services have ended since the one before died
   */
  record Fall(Foundation foundation, int deaths) {}

  /**
   * Draws one.
   *
   * @param mostPoints at how many of its lines a service ends, at most
   */
  static KillPlan drawn(RandomGenerator random, int mostPoints) {
    Map<ServiceName, Deaths> services = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      List<String> points =
          shuffled(POINTS.getOrDefault(service, List.of()), random).stream()
              .limit(mostPoints)
              .map(point -> point + ":" + (1 + random.nextInt(LATEST_PASSING)))
              .toList();
      Duration moment = Duration.ofMillis(random.nextInt(LONGEST_WAIT_MILLIS));
      services.put(service, new Deaths(moment, points));
    }
    List<Foundation> order = shuffled(List.of(Foundation.values()), random);
    int share = services.values().stream().mapToInt(Deaths::count).sum() / order.size();
    return new KillPlan(
        services,
        order.stream().map(foundation -> new Fall(foundation, 1 + random.nextInt(share))).toList());
  }

  private static <T> List<T> shuffled(List<T> list, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, Random.from(random));
    return shuffled;
  }
}
