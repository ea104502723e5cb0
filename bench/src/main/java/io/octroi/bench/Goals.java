package io.octroi.bench;

import static io.octroi.bench.report.Target.Bound.AT_LEAST;
import static io.octroi.bench.report.Target.Bound.AT_MOST;

import io.octroi.bench.report.Key;
import io.octroi.bench.report.Target;
import io.octroi.local.ServiceName;
import java.util.ArrayList;
import java.util.List;

/** What the product is to reach on two shared processors, mostly as ratios within one run. */
final class Goals {
  private static final String OCTROI = "octroi";

  /** Both forms of it: what beats both beats the faster. */
  private static final List<String> NODE = List.of("node baseline", "node baseline, 2 processes");

  private static final String JAVA = "java baseline";

  private Goals() {}

  static List<Target> all() {
    List<Target> goals = new ArrayList<>();
    accepted(goals);
    committed(goals);
    times(goals);
    footprint(goals);
    return List.copyOf(goals);
  }

  private static void accepted(List<Target> goals) {
    for (int connections : new int[] {64, 128}) {
      String figure = connections + " connections, accepted";
      Key own = new Key("accepted", figure, OCTROI);
      String text = "accepted over " + connections + " connections / ";
      for (String node : NODE) {
        goals.add(Target.ratio(text + node, own, new Key("accepted", figure, node), AT_LEAST, 2.5));
      }
      goals.add(
          Target.ratio(
              text + "producer behind tomcat",
              own,
              new Key("accepted", figure, "producer behind tomcat"),
              AT_LEAST,
              0.6));
    }
  }

  private static void committed(List<Target> goals) {
    Key java = new Key("accepted", "64 connections, accepted", JAVA);
    Key payments = new Key("payments", "payment committed, later workers paused", OCTROI);
    Key chain = new Key("chain", "notification committed", OCTROI);
    for (String name : NODE) {
      Key node = new Key("accepted", "64 connections, accepted", name);
      goals.add(Target.ratio("payments committed / " + name, payments, node, AT_LEAST, 4));
      goals.add(Target.ratio("whole chain / " + name, chain, node, AT_LEAST, 2));
    }
    goals.add(Target.ratio("payments committed / " + JAVA, payments, java, AT_LEAST, 1.5));
    goals.add(
        Target.ratio(
            "drain by one payment-worker / bare batched inserts",
            new Key("drain", "drained by one payment-worker", OCTROI),
            new Key("parts", "events", "bare batched inserts"),
            AT_LEAST,
            0.5));
    goals.add(
        Target.ratio(
            "payments over 1,000,000 ledger rows / over 1,000",
            new Key("ledger", "payment committed, 1,000,000 rows", OCTROI),
            new Key("ledger", "payment committed, 1,000 rows", OCTROI),
            AT_LEAST,
            0.9));
  }

  private static void times(List<Target> goals) {
    goals.add(
        Target.ratio(
            "POST p99 at 1,000/s / bare tomcat",
            new Key("constant", "1000/s, POST p99", OCTROI),
            new Key("constant", "1000/s, POST p99", "bare tomcat"),
            AT_MOST,
            3));
    goals.add(
        Target.of(
            "POST to subscription active p50 at 1,000/s, ms",
            new Key("constant", "1000/s, POST to subscription active p50", OCTROI),
            AT_MOST,
            15));
    goals.add(
        Target.of(
            "POST to subscription active p99 at 1,000/s, ms",
            new Key("constant", "1000/s, POST to subscription active p99", OCTROI),
            AT_MOST,
            100));
    goals.add(
        Target.of(
            "full rate after a kill -9, s after the restart",
            new Key("recovery", "restart to full rate", OCTROI),
            AT_MOST,
            15));
  }

  private static void footprint(List<Target> goals) {
    for (ServiceName service : ServiceName.values()) {
      String name = service.artifact();
      goals.add(
          Target.ratio(
              "start of " + name + ", AOT cache / plain jar",
              new Key("start", name + ", AOT cache", OCTROI),
              new Key("start", name + ", plain jar", OCTROI),
              AT_MOST,
              0.5));
      goals.add(
          Target.of(
              "resident under load, " + name + ", MiB",
              new Key("chain", "resident " + name, OCTROI),
              AT_MOST,
              service == ServiceName.GATEWAY ? 200 : 250));
    }
  }
}
