package io.octroi.gateway.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Topics;
import io.octroi.gateway.GatewayApplication;
import io.octroi.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway as it runs in production, on free ports and with a clock that can be set. */
public final class RunningGateway implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final MovableClock clock;

  private RunningGateway(ConfigurableApplicationContext context, MovableClock clock) {
    this.context = context;
    this.clock = clock;
  }

  /** One that publishes to the tests' own broker. */
  public static RunningGateway start(Map<String, String> properties, Class<?>... more) {
    TestInfrastructure.createTopics(Map.of(Topics.WEBHOOKS, 3, Topics.CALLBACKS, 3));
    return start(TestInfrastructure.kafkaBootstrapServers(), properties, more);
  }

  /** One that publishes to a broker of its own, which need not be there. */
  public static RunningGateway start(
      String bootstrapServers, Map<String, String> properties, Class<?>... more) {
    MovableClock clock = new MovableClock(Instant.ofEpochSecond(1_790_000_000L));
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--management.server.port=0");
    arguments.add("--spring.kafka.bootstrap-servers=" + bootstrapServers);
    properties.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(GatewayApplication.class)
            .initializers(
                context -> context.getBeanFactory().registerSingleton("movableClock", clock));
    return new RunningGateway(builder.sources(more).run(arguments.toArray(String[]::new)), clock);
  }

  public MovableClock clock() {
    return clock;
  }

  public Clock clockInUse() {
    return context.getBean(Clock.class);
  }

  public int port() {
    return port("local.server.port");
  }

  public int managementPort() {
    return port("local.management.port");
  }

  public RawHttp http() {
    return new RawHttp(port());
  }

  public RawHttp management() {
    return new RawHttp(managementPort());
  }

  /** The value of a metric's first statistic, summed over the meters that have the tags. */
  public double metric(String name, String... tags) {
    return context.getBean(MeterRegistry.class).find(name).tags(tags).meters().stream()
        .mapToDouble(meter -> meter.measure().iterator().next().getValue())
        .sum();
  }

  private int port(String property) {
    return context.getEnvironment().getRequiredProperty(property, Integer.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
