package io.octroi.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.messaging.MessagingMetric;
import io.octroi.messaging.deadletter.DeadLetterMetric;
import io.octroi.notifier.NotifierMetric;
import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Metric;
import io.octroi.operations.telemetry.OperationsMetric;
import io.octroi.payment.telemetry.PaymentMetric;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every metric of every service. */
final class Catalogue {
  private static final PrometheusNamingConvention NAMING = new PrometheusNamingConvention();

  private Catalogue() {}

  /** The metrics by who has them. */
  static Map<String, List<Metric>> byService() {
    Map<String, List<Metric>> all = new LinkedHashMap<>();
    all.put("gateway", List.of(GatewayMetric.values()));
    all.put("payment-worker", List.of(PaymentMetric.values()));
    all.put("subscription-worker", List.of(SubscriptionMetric.values()));
    all.put("notifier", List.of(NotifierMetric.values()));
    all.put(
        "Every worker",
        Stream.of(MessagingMetric.values(), DeadLetterMetric.values(), OperationsMetric.values())
            .<Metric>flatMap(Stream::of)
            .toList());
    return all;
  }

  static List<Metric> all() {
    return byService().values().stream().flatMap(List::stream).toList();
  }

  /** What Prometheus calls it; its client adds the end of a counter's name. */
  static String prometheusName(Definition metric) {
    Meter.Type type =
        switch (metric.kind()) {
          case COUNTER -> Meter.Type.COUNTER;
          case GAUGE -> Meter.Type.GAUGE;
          case TIMER -> Meter.Type.TIMER;
        };
    String name = NAMING.name(metric.name(), type, metric.unit().isEmpty() ? null : metric.unit());
    return metric.kind() == Definition.Kind.COUNTER ? name + "_total" : name;
  }

  /** The series that Prometheus keeps of it. */
  static List<String> series(Definition metric) {
    String name = prometheusName(metric);
    return switch (metric.kind()) {
      case COUNTER, GAUGE -> List.of(name);
      case TIMER ->
          metric.buckets().isEmpty()
              ? List.of(name + "_count", name + "_sum", name + "_max")
              : List.of(name + "_bucket", name + "_count", name + "_sum", name + "_max");
    };
  }
}
