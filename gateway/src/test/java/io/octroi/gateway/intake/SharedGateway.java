package io.octroi.gateway.intake;

import io.octroi.gateway.testing.PublishedWebhooks;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.StripeEndpoint;
import io.octroi.testing.TestInfrastructure;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One gateway for all tests of this package; it ends with the JVM. */
final class SharedGateway {
  static final int MAX_BODY = 64 * 1_024;

  private static final RunningGateway GATEWAY =
      RunningGateway.start(
          StripeEndpoint.with(
              "octroi.gateway.endpoints[1].name", "demanding",
              "octroi.gateway.endpoints[1].scheme", "demanding",
              "octroi.gateway.endpoints[1].secrets[0].version", "v1",
              "octroi.gateway.endpoints[1].secrets[0].value", "whatever",
              "octroi.gateway.intake.max-body", "64KB",
              "octroi.gateway.intake.body-timeout", "1s",
              "server.tomcat.connection-timeout", "1s",
              "octroi.gateway.trusted-proxy-hops", "1",
              "octroi.gateway.rejections.per-minute", "5",
              "octroi.gateway.headers.hsts-max-age", "1d"),
          DemandingScheme.class);

  private SharedGateway() {}

  static RunningGateway get() {
    return GATEWAY;
  }

  /** What is on the broker under an event id. */
  static List<ConsumerRecord<String, byte[]>> published(String eventId) {
    try (PublishedWebhooks published =
        new PublishedWebhooks(TestInfrastructure.kafkaBootstrapServers())) {
      return published.ofEvent(eventId);
    }
  }
}
