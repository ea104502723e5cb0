package io.octroi.bench.measure;

import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.Deadline;
import io.octroi.platform.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Starts a program and waits for the first good answer of its health endpoint. */
public final class StartTimer {
  private static final Duration LOOK_EACH = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double NANOS = 1e9;

  private StartTimer() {}

  /**
   * Seconds from the start of the process to the answer; the process is ended then.
   *
   * @throws IllegalStateException when it ends before, or none comes
   */
  public static double seconds(JvmCommand command, URI health) {
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    Deadline deadline = Deadline.after(PATIENCE);
    try (HttpClient http = HttpClient.newHttpClient()) {
      long begun = System.nanoTime();
      ChildProcess process = command.start();
      try {
        while (!isWell(http, request)) {
          if (!process.isAlive() || deadline.passed()) {
            throw new IllegalStateException(
                process.name() + " did not start: " + String.join("\n", process.lastOutput(5)));
          }
          Deadline.pause(LOOK_EACH);
        }
        return (System.nanoTime() - begun) / NANOS;
      } finally {
        process.kill();
      }
    }
  }

  private static boolean isWell(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nothing listens yet.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while waiting for a start"));
    }
  }
}
