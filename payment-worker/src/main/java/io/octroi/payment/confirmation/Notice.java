package io.octroi.payment.confirmation;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a webhook that cannot be believed on its own claims.
 *
 * @param body how readable its body is
 * @param token what it carries to prove that it is about an order; empty where it carries none
 */
record Notice(Claimed claimed, Body body, Optional<String> token) {

  /** The end that is claimed. */
  enum Claimed {
    PAID,
    FAILED,
    OTHER;

    String storedName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How readable a body is. */
  enum Body {
    READABLE,
    EMPTY,
    MALFORMED
  }

  /** Nothing but that something was said. */
  static Notice of(Claimed claimed) {
    return new Notice(claimed, Body.READABLE, Optional.empty());
  }

  /** Reads what any of the providers could have written; never throws. */
  static Notice read(byte[] body) {
    if (body.length == 0) {
      return new Notice(Claimed.OTHER, Body.EMPTY, Optional.empty());
    }
    try {
      JsonNode json = Documents.JSON.readTree(body);
      JsonNode token = json.path("notif_token");
      boolean odd = !token.isMissingNode() && !token.isNull() && !token.isString();
      if (!json.isObject() || odd) {
        return new Notice(Claimed.OTHER, Body.MALFORMED, Optional.empty());
      }
      return new Notice(
          claimed(json.path("status").asString("")),
          Body.READABLE,
          Optional.of(token.asString("")).filter(text -> !text.isEmpty()));
    } catch (JacksonException e) {
      return new Notice(Claimed.OTHER, Body.MALFORMED, Optional.empty());
    }
  }

  private static Claimed claimed(String status) {
    return switch (status.toUpperCase(Locale.ROOT)) {
      case "SUCCESSFUL", "SUCCEEDED", "SUCCESS", "ACCEPTED" -> Claimed.PAID;
      case "FAILED", "EXPIRED", "REFUSED", "REJECTED", "TIMEOUT" -> Claimed.FAILED;
      default -> Claimed.OTHER;
    };
  }
}
