package io.octroi.subscription.reconciliation;

import io.octroi.contracts.PaymentStatus;
import io.octroi.operations.reconciliation.CheckFailedException;
import io.octroi.runtime.secret.SensitiveSetting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the payment-worker which payments it has told of. */
final class PaymentLists {
  private static final int UNAUTHORIZED = 401;

  private final HttpClient http;
  private final ReconciliationProperties settings;
  private final SensitiveSetting token;

  /**
   * @param token what the payment-worker knows us by; it may change at any moment
   */
  PaymentLists(ReconciliationProperties settings, SensitiveSetting token) {
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.settings = settings;
    this.token = token;
  }

  /**
   * The payments after an id, in the order of their ids; fewer than a page are the last ones.
   *
   * @throws CheckFailedException where it does not answer, or not as agreed
   */
  List<ListedPayment> after(UUID id) {
    String presented = token.value();
    HttpResponse<byte[]> response = ask(id, presented);
    if (response.statusCode() == UNAUTHORIZED && token.isOtherThan(presented)) {
      response = ask(id, token.value());
    }
    if (response.statusCode() != 200) {
      throw new CheckFailedException("payment_worker_answered_" + response.statusCode());
    }
    return read(response.body());
  }

  private HttpResponse<byte[]> ask(UUID after, String presented) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    settings.paymentsUrl().replaceAll("/+$", "")
                        + "/operations/reconciliation/payments?after="
                        + after
                        + "&limit="
                        + settings.pageSize()))
            .timeout(settings.timeout())
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + presented)
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new CheckFailedException("payment_worker_away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailedException("interrupted", e);
    }
  }

  private static List<ListedPayment> read(byte[] body) {
    try {
      JsonNode items = JsonMapper.shared().readTree(body).path("items");
      if (!items.isArray()) {
        throw new CheckFailedException("payment_worker_answered_something_else");
      }
      List<ListedPayment> payments = new ArrayList<>();
      for (JsonNode item : items) {
        payments.add(
            new ListedPayment(
                UUID.fromString(item.path("payment_id").asString()),
                item.path("version").asLong(),
                PaymentStatus.ofWireName(item.path("status").asString()),
                Instant.parse(item.path("updated_at").asString()),
                item.path("digest").asString("")));
      }
      return payments;
    } catch (RuntimeException e) {
      throw e instanceof CheckFailedException known
          ? known
          : new CheckFailedException("payment_worker_answered_something_else", e);
    }
  }
}
