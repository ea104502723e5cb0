package io.octroi.payment.api;

import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer over HTTP. A try that fails on the way, with 429 or with 5xx is made
 * again after a wait, which the provider may set. Redirects are not followed: a token goes nowhere
 * else.
 */
final class Exchange {
  private final HttpClient client;
  private final ProviderSettings settings;
  private final Clock clock;
  private final Traces traces;

  Exchange(HttpClient client, ProviderSettings settings, Clock clock, Traces traces) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    this.traces = traces;
  }

  /** What came back. */
  sealed interface Reply {
    @SuppressWarnings("ArrayRecordComponent")
    record Received(int status, byte[] body) implements Reply {}

    /**
     * @param after what the provider asked for, else zero
     */
    record Failed(String reason, Duration after) implements Reply {}
  }

  Reply send(String base, ApiRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + request.path()))
            .timeout(settings.timeout())
            .header("Accept", "application/json")
            .method(
                request.method(),
                request.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.bytes()));
    request.headers().forEach(builder::setHeader);
    HttpRequest ready = builder.build();
    for (int tries = 1; ; tries++) {
      Reply reply = traces.calling(name(ready), span -> noted(once(ready), span));
      if (!(reply instanceof Reply.Failed failed)
          || tries >= settings.tries()
          || !paused(failed, tries)) {
        return reply;
      }
    }
  }

  /** Without the path, which holds ids. */
  private String name(HttpRequest request) {
    return request.method() + " " + settings.provider();
  }

  private static Reply noted(Reply reply, Span span) {
    switch (reply) {
      case Reply.Failed(String reason, Duration _) ->
          span.setStatus(StatusCode.ERROR).setAttribute("error.type", reason);
      case Reply.Received(int status, byte[] _) ->
          span.setAttribute("http.response.status_code", status);
    }
    return reply;
  }

  private Reply once(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.maxBodyBytes()));
    try {
      return read(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return failed("timeout");
    } catch (ExecutionException e) {
      return failed(
          switch (e.getCause()) {
            case HttpTimeoutException _ -> "timeout";
            case IOException _ -> "unreachable";
            case null, default -> "broken_request";
          });
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return failed("interrupted");
    }
  }

  private Reply read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      return new Reply.Failed(
          status == 429 ? "rate_limited" : "server_error",
          response.headers().firstValue("Retry-After").flatMap(this::wait).orElse(Duration.ZERO));
    }
    return new Reply.Received(status, response.body());
  }

  /** Waits before the next try; false where that would take too long. */
  private boolean paused(Reply.Failed failed, int tries) {
    Duration wait = failed.after().isPositive() ? failed.after() : jittered(tries);
    if (wait.compareTo(settings.retryAfterMax()) > 0) {
      return false;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** From half to one and a half of the mean: who failed together does not come back together. */
  private Duration jittered(int tries) {
    long mean = settings.backOff().toMillis() << (tries - 1);
    return Duration.ofMillis(mean / 2 + ThreadLocalRandom.current().nextLong(mean + 1));
  }

  /** Seconds, or a date. */
  private Optional<Duration> wait(String retryAfter) {
    if (retryAfter.matches("[0-9]{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      ZonedDateTime at = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), at.toInstant()))
          .filter(Duration::isPositive);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Reply failed(String reason) {
    return new Reply.Failed(reason, Duration.ZERO);
  }
}
