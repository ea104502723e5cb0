package io.octroi.bench.scenario;

import io.octroi.bench.measure.StartTimer;
import io.octroi.bench.report.Unit;
import io.octroi.bench.subject.Layout;
import io.octroi.bench.subject.Octroi;
import io.octroi.bench.subject.Surroundings;
import io.octroi.local.ServiceName;
import io.octroi.platform.process.JvmCommand;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long each service takes from nothing to the first answer of its health endpoint: from its
 * plain jar, extracted as in the image, and with the image's AOT cache. Broker, database and the
 * other services are there.
 */
public final class Start implements Scenario {
  private final Path jars;
  private final Path layouts;

  /**
   * Of the jars here.
   *
   * @param layouts where they are laid out as in the images
   */
  public Start(Path jars, Path layouts) {
    this.jars = jars;
    this.layouts = layouts;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String purpose() {
    return "start of each service to the first answer of its health endpoint";
  }

  @Override
  public int mostRounds() {
    return 1;
  }

  @Override
  public void round(Bench bench) {
    Octroi octroi = bench.octroi();
    for (ServiceName service : ServiceName.values()) {
      Layout layout = Layout.of(service, jars, layouts);
      octroi.stop(service);
      time(bench, service, "plain jar", List.of(), layout.jar());
      time(bench, service, "extracted", List.of(), layout.extracted());
      time(
          bench,
          service,
          "AOT cache",
          List.of("-XX:AOTCache=" + layout.cache()),
          layout.extracted());
      octroi.start(service);
    }
    octroi.system().awaitReady();
  }

  private void time(
      Bench bench, ServiceName service, String how, List<String> arguments, Path jar) {
    Octroi octroi = bench.octroi();
    List<String> all = new ArrayList<>(arguments);
    all.addAll(Surroundings.SERVICE_JVM);
    JvmCommand command =
        JvmCommand.named(service.artifact(), layouts.resolve(service.artifact() + ".log"))
            .jvmArguments(all)
            .jar(jar)
            .environment(octroi.system().environment(service));
    URI health =
        URI.create(
            "http://127.0.0.1:"
                + octroi.system().ports().management(service)
                + "/actuator/health/liveness");
    bench.found(
        this,
        service.artifact() + ", " + how,
        octroi,
        Unit.SECONDS,
        StartTimer.seconds(command, health));
  }
}
