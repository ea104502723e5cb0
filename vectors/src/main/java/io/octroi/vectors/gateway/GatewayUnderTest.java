package io.octroi.vectors.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.WebhookCodec;
import io.octroi.gateway.GatewayApplication;
import io.octroi.gateway.certificate.CachedCertificateSource;
import io.octroi.gateway.telemetry.GatewayMetric;
import io.octroi.runtime.secret.Secrets;
import io.octroi.vectors.file.VectorCase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A gateway as it runs in production, on a free port of this machine. Only what surrounds it is
 * ours: the clock, the keeper of secrets, the hosts of certificates and the broker's client.
 */
public final class GatewayUnderTest implements AutoCloseable {
  /** Each costs a start; a file with more endpoints that cannot be is no file of vectors. */
  private static final int MAX_REFUSED = 25;

  private final CaseClock clock = new CaseClock();
  private final CertificateHosts hosts = new CertificateHosts(clock);
  private final RecordingProducers<String, byte[]> producers =
      new RecordingProducers<>(new StringSerializer(), new ByteArraySerializer());
  private final EndpointPlan plan;
  private final ConfigurableApplicationContext context;
  private final RawHttp http;

  private GatewayUnderTest(EndpointPlan plan, String logLevel) {
    this.plan = plan;
    this.context = start(logLevel);
    this.http =
        new RawHttp(
            context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  /**
   * Starts one with the endpoints of all these cases.
   *
   * @param directory for files that the gateway reads
   * @param logLevel how much of the gateway's log is shown
   */
  public static GatewayUnderTest start(
      Collection<VectorCase> cases, Path directory, String logLevel) {
    return new GatewayUnderTest(new EndpointPlan(cases, directory), logLevel);
  }

  /** The clock of the case that was sent last. */
  public Clock clock() {
    return clock;
  }

  /** Sends a case's request, at the case's time. */
  public Outcome send(VectorCase vector) {
    String endpoint = plan.name(vector);
    Optional<String> refusal = plan.refusal(endpoint);
    if (refusal.isPresent()) {
      return new Outcome.NotStarted(refusal.get());
    }
    clock.set(vector.now());
    hosts.answer(vector.surroundings().certificateAnswers());
    context.getBean(CachedCertificateSource.class).forget();
    var _ = producers.drain();
    Map<String, Double> before = rejections(endpoint);
    Outcome outcome =
        switch (http.send(vector.request(), path(vector, endpoint))) {
          case RawHttp.Reply.Answered(int status) ->
              outcome(status, producers.drain(), reason(endpoint, before, status));
          case RawHttp.Reply.HungUp _ -> new Outcome.Refused("connection-closed");
          case RawHttp.Reply.Silent _ -> new Outcome.Broken("no answer");
        };
    return hosts.unexpected().isEmpty()
        ? outcome
        : new Outcome.Broken("requested " + hosts.unexpected().getFirst());
  }

  private static Outcome outcome(
      int status, List<ConsumerRecord<String, byte[]>> published, String reason) {
    if (status == 202 && published.size() == 1) {
      return new Outcome.Published(WebhookCodec.fromRecord(published.getFirst()));
    }
    if (!published.isEmpty() || status == 202) {
      return new Outcome.Broken("answered " + status + ", published " + published.size());
    }
    if (status == 200) {
      return new Outcome.Present();
    }
    return (status >= 400 && status < 500) || status == 503
        ? new Outcome.Refused(reason)
        : new Outcome.Broken("answered " + status);
  }

  private String reason(String endpoint, Map<String, Double> before, int status) {
    return rejections(endpoint).entrySet().stream()
        .filter(now -> now.getValue() > before.getOrDefault(now.getKey(), 0.0))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("status-" + status);
  }

  private Map<String, Double> rejections(String endpoint) {
    Map<String, Double> counts = new HashMap<>();
    for (Counter counter :
        context
            .getBean(MeterRegistry.class)
            .find(GatewayMetric.REJECTED.metricName())
            .tag("endpoint", endpoint)
            .counters()) {
      counts.merge(String.valueOf(counter.getId().getTag("reason")), counter.count(), Double::sum);
    }
    return counts;
  }

  private static String path(VectorCase vector, String endpoint) {
    String reference = vector.surroundings().reference();
    String url = vector.surroundings().url().split("#", 2)[0];
    int query = url.indexOf('?');
    return "/webhooks/"
        + endpoint
        + (reference.isEmpty() ? "" : "/" + reference)
        + (query < 0 ? "" : url.substring(query));
  }

  /** An endpoint that cannot be is left out, and then it starts without. */
  private ConfigurableApplicationContext start(String logLevel) {
    for (int refused = 0; ; refused++) {
      try {
        return attempt(logLevel);
      } catch (RuntimeException e) {
        boolean known =
            RefusedEndpoint.of(e, plan.endpoints())
                .filter(endpoint -> plan.refuse(endpoint.name(), endpoint.reason()))
                .isPresent();
        if (!known || refused == MAX_REFUSED) {
          hosts.close();
          throw e;
        }
      }
    }
  }

  private ConfigurableApplicationContext attempt(String logLevel) {
    Map<String, Object> properties = plan.properties();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", 0);
    properties.put("management.server.port", -1);
    properties.put("spring.main.register-shutdown-hook", false);
    // All cases come from one machine, most of them are forged, and none is to wait for others.
    properties.put("octroi.gateway.rejections.per-minute", 1_000_000);
    properties.put("octroi.gateway.certificates.per-minute", 1_000_000);
    properties.put("octroi.gateway.certificates.instead", hosts.uri().toString());
    return new SpringApplicationBuilder(GatewayApplication.class)
        .initializers(started -> {
          started
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("cases", properties));
          started.getBeanFactory().registerSingleton("caseClock", clock);
          started.getBeanFactory().registerSingleton("caseSecrets", (Secrets) plan);
          started.getBeanFactory().registerSingleton("caseProducers", producers);
        })
        // Logging begins before the settings above are in.
        .run("--logging.threshold.console=" + logLevel);
  }

  @Override
  public void close() {
    context.close();
    hosts.close();
  }
}
