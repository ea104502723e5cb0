package io.octroi.gateway.certificate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches over HTTP: no redirects, a small answer, and little patience. */
final class HttpCertificateSource implements CertificateSource {
  private static final int OK = 200;

  private final HttpClient client;
  private final CertificateProperties properties;

  HttpCertificateSource(CertificateProperties properties) {
    this.properties = properties;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(properties.timeout())
            .build();
  }

  @Override
  public Fetch fetch(URI url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(url)).timeout(properties.timeout()).GET();
    if (!properties.instead().isEmpty()) {
      // A stand-in for many hosts has to know which one is meant.
      request
          .header("X-Forwarded-Proto", url.getScheme())
          .header("X-Forwarded-Host", url.getRawAuthority());
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), properties.maxSize().toBytes()));
    try {
      Duration patience = properties.timeout();
      // The request's own timeout ends with the headers; this one covers the body too.
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == OK
          ? new Fetch.Found(response.body())
          : new Fetch.Unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetch.Unavailable();
    } catch (ExecutionException | TimeoutException e) {
      return new Fetch.Unavailable();
    } finally {
      var _ = answer.cancel(true);
    }
  }

  /** The provider's own host, unless a stand-in is configured for all of them. */
  private URI address(URI url) {
    return properties.instead().isEmpty()
        ? url
        : URI.create(properties.instead() + url.getRawPath());
  }
}
