package io.octroi.subscription.reconciliation;

import io.octroi.contracts.PaymentStatus;
import io.octroi.operations.reconciliation.CheckFailedException;
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
  private final HttpClient http;
  private final ReconciliationProperties settings;

  PaymentLists(ReconciliationProperties settings) {
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.settings = settings;
  }

  /**
   * The payments after an id, in the order of their ids; fewer than a page are the last ones.
   *
   * @throws CheckFailedException where it does not answer, or not as agreed
   */
  List<ListedPayment> after(UUID id) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    settings.paymentsUrl().replaceAll("/+$", "")
                        + "/operations/reconciliation/payments?after="
                        + id
                        + "&limit="
                        + settings.pageSize()))
            .timeout(settings.timeout())
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + settings.token())
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new CheckFailedException("payment_worker_answered_" + response.statusCode());
      }
      return read(response.body());
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
