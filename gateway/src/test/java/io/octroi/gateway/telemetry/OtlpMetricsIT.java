package io.octroi.gateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.Signers;
import io.octroi.gateway.testing.StripeEndpoint;
import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Prometheus pulls is pushed as well, where a deployment says so. */
class OtlpMetricsIT {
  @Test
  void answers_are_pushed_over_otlp_with_the_service_s_name() throws Exception {
    // Given
    try (LoopbackServer collector =
            LoopbackServer.start(
                "collector", 0, Clock.systemUTC(), request -> Answer.json(200, "{}"));
        RunningGateway gateway =
            RunningGateway.start(
                StripeEndpoint.with(
                    "management.otlp.metrics.export.enabled", "true",
                    "management.otlp.metrics.export.step", "1s",
                    "management.otlp.metrics.export.url",
                        collector.uri().resolve("/v1/metrics").toString()))) {
      byte[] body = Signers.stripeBody("evt_measured");

      // When it is signed by somebody else
      gateway
          .http()
          .post(StripeEndpoint.PATH, Signers.stripe("whsec_x", StripeEndpoint.NOW, body), body);

      // Then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(pushed(collector))
                  .filteredOn(one -> one.contains("octroi.gateway.rejected"))
                  .anySatisfy(
                      one -> assertThat(one).contains("gateway", "signature-mismatch", "stripe")));
    }
  }

  /** Each metric with what it belongs to, as text. */
  private static List<String> pushed(LoopbackServer collector)
      throws InvalidProtocolBufferException {
    List<String> metrics = new ArrayList<>();
    for (var request : collector.requests()) {
      ExportMetricsServiceRequest export = ExportMetricsServiceRequest.parseFrom(request.body());
      for (ResourceMetrics resource : export.getResourceMetricsList()) {
        for (Metric metric :
            resource.getScopeMetricsList().stream()
                .flatMap(scope -> scope.getMetricsList().stream())
                .toList()) {
          metrics.add(resource.getResource() + "\n" + metric);
        }
      }
    }
    return metrics;
  }
}
