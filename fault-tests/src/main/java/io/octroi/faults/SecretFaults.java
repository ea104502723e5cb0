package io.octroi.faults;

import io.octroi.local.LocalSystem;
import io.octroi.local.Service;
import io.octroi.local.ServiceName;
import io.octroi.platform.process.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Secrets Manager does not answer. */
final class SecretFaults {
  private static final String ALARM = "/actuator/metrics/octroi.gateway.secrets.refresh.failures";

  private SecretFaults() {}

  /** A gateway that starts without secrets lets nobody in, and says that it is not ready. */
  static Fault awayAtStart() {
    return new NamedFault(
        "Secrets Manager away at the gateway's start",
        (rig, load, random) -> {
          Service gateway = rig.service(ServiceName.GATEWAY);
          rig.system().standIns().secrets().unavailable(true);
          try {
            gateway.kill();
            gateway.restart();
            Await.until(
                "the gateway to say that it is not ready",
                Rig.PATIENCE,
                () -> status(rig, "/actuator/health/readiness") == 503);
            int before = load.acknowledged().size();
            long refused = load.answers().getOrDefault(503, 0L);
            Await.until(
                "the gateway to answer 503",
                Rig.PATIENCE,
                () -> load.answers().getOrDefault(503, 0L) > refused);
            if (load.acknowledged().size() > before) {
              throw new IllegalStateException("the gateway let somebody in without a secret");
            }
          } finally {
            rig.system().standIns().secrets().unavailable(false);
          }
          rig.awaitReady(gateway);
        });
  }

  /** A gateway that has secrets keeps them, goes on, and raises a metric. */
  static Fault awayLater() {
    return new NamedFault(
        "Secrets Manager away later",
        (rig, load, random) -> {
          LocalSystem system = rig.system();
          system.standIns().secrets().unavailable(true);
          try {
            Await.until(
                "the gateway to raise its metric", Rig.PATIENCE, () -> status(rig, ALARM) == 200);
            int before = load.acknowledged().size();
            Deadline.pause(Duration.ofSeconds(1));
            load.awaitAcknowledged(before + 1);
            if (status(rig, "/actuator/health/readiness") != 200) {
              throw new IllegalStateException("the gateway is not ready though it has secrets");
            }
          } finally {
            system.standIns().secrets().unavailable(false);
          }
        });
  }

  private static int status(Rig rig, String path) {
    HttpClient http = rig.http();
    URI uri = URI.create("http://127.0.0.1:" + rig.system().ports().gatewayManagement() + path);
    try {
      return http.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the gateway", e);
    }
  }
}
