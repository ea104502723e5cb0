package io.octroi.platform.provider;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Makes a stand-in misbehave for its next requests, in its provider's own words. */
public final class Faults {
  private final LoopbackServer server;
  private final IntFunction<Answer.Reply> error;
  private final Predicate<RecordedRequest> fits;

  /**
   * For one server.
   *
   * @param error the provider's body for an HTTP status
   */
  public Faults(LoopbackServer server, IntFunction<Answer.Reply> error) {
    this(server, error, _ -> true);
  }

  private Faults(
      LoopbackServer server, IntFunction<Answer.Reply> error, Predicate<RecordedRequest> fits) {
    this.server = server;
    this.error = error;
    this.fits = fits;
  }

  /** The same faults, but only for paths that start so; others are answered as ever. */
  public Faults at(String pathPrefix) {
    return new Faults(server, error, request -> request.path().startsWith(pathPrefix));
  }

  public void status(int times, int status) {
    server.script(times, fits, error.apply(status));
  }

  /** Right answers, but late. */
  public void slow(int times, Duration delay) {
    server.script(times, fits, new Answer.Late(delay));
  }

  /** The connection ends without an answer; one request may be two to a client that retries. */
  public void drop(int times) {
    server.script(times, fits, Answer.hangUp());
  }

  /** 429 with Retry-After in whole seconds. */
  public void tooMany(int times, Duration retryAfter) {
    server.script(
        times,
        fits,
        error.apply(429).withHeader("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  /** 200 with a web page where JSON belongs. */
  public void garbage(int times) {
    server.script(
        times, fits, Answer.of(200, "text/html", "<html><body>Please wait…</body></html>"));
  }

  /** The head of the right answer and half of its body. */
  public void cutShort(int times) {
    server.script(times, fits, new Answer.CutShort());
  }

  /** Back to normal. */
  public void clear() {
    server.clearScript();
  }
}
