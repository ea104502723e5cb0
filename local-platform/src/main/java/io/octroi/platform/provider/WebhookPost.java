package io.octroi.platform.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Carries deliveries to endpoints. Does not retry: callers see every answer. */
public final class WebhookPost implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

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
  public Delivery send(URI endpoint, SignedWebhook webhook) {
    try {
      return delivery(
          client.send(request(endpoint, webhook), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + endpoint, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while posting", e);
    }
  }

  /** Posts without waiting; the caller bounds how many are under way. */
  public CompletableFuture<Delivery> sendAsync(URI endpoint, SignedWebhook webhook) {
    return client
        .sendAsync(request(endpoint, webhook), HttpResponse.BodyHandlers.ofString())
        .thenApply(WebhookPost::delivery);
  }

  @Override
  public void close() {
    client.close();
  }

  private static HttpRequest request(URI endpoint, SignedWebhook webhook) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .method(webhook.method(), HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
    webhook.headers().forEach(request::header);
    return request.build();
  }

  private static Delivery delivery(HttpResponse<String> response) {
    return new Delivery(response.statusCode(), response.body());
  }
}
