package io.octroi.vectors.payment;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.order.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** The order that a case says we have kept. */
final class KnownOrder {
  private KnownOrder() {}

  static Order of(JsonNode json, VerifiedWebhook hint) {
    String id = json.path("order_id").asString("");
    String token = json.path("notif_token").asString("");
    return new Order(
        hint.provider(),
        hint.endpoint(),
        json.path("reference_id").asString(id),
        id,
        "customer",
        "plan",
        Money.ofDecimal(json.path("amount").asString(""), json.path("currency").asString("")),
        Contact.UNKNOWN,
        json.path("pay_token").asString(""),
        token.isEmpty() ? "" : sha256(token),
        state(json.path("state").asString("")),
        hint.receivedAt());
  }

  private static Order.State state(String word) {
    return switch (word) {
      case "pending", "" -> Order.State.OPEN;
      case "failed" -> Order.State.FAILED;
      default -> Order.State.PAID;
    };
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
