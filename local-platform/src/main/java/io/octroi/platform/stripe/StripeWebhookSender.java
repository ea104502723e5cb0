package io.octroi.platform.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Posts events to a webhook endpoint, signed as Stripe signs them. Does not retry: callers see all.
 */
public final class StripeWebhookSender implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final URI endpoint;
  private final List<String> secrets;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * For one endpoint.
   *
   * @param secrets signing secrets with their prefix; several put several signatures on one event
   */
  public StripeWebhookSender(URI endpoint, List<String> secrets, Clock clock) {
    this.endpoint = endpoint;
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
  }

  /** What the endpoint answered. */
  public record Delivery(int status, String body) {
    public boolean accepted() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * Posts and waits for the answer.
   *
   * @throws UncheckedIOException when there is none: nothing listens, or it hung up
   */
  public Delivery send(StripeEvent event) {
    return send(event.body());
  }

  /** Posts any bytes under a good signature. */
  public Delivery send(byte[] body) {
    return send(body, StripeSignature.header(body, secrets, clock.instant()));
  }

  /** Posts any bytes under any signature. */
  public Delivery send(byte[] body, String signature) {
    try {
      return delivery(client.send(request(body, signature), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + endpoint, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while posting", e);
    }
  }

  /** Posts without waiting, for load; the caller bounds how many are under way. */
  public CompletableFuture<Delivery> sendAsync(StripeEvent event) {
    byte[] body = event.body();
    String signature = StripeSignature.header(body, secrets, clock.instant());
    return client
        .sendAsync(request(body, signature), HttpResponse.BodyHandlers.ofString())
        .thenApply(StripeWebhookSender::delivery);
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest request(byte[] body, String signature) {
    return HttpRequest.newBuilder(endpoint)
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json; charset=utf-8")
        .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
        .header("Stripe-Signature", signature)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Delivery delivery(HttpResponse<String> response) {
    return new Delivery(response.statusCode(), response.body());
  }
}
