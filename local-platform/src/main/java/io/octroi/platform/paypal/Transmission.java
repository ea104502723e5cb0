package io.octroi.platform.paypal;

import io.octroi.platform.provider.Json;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** A delivery as a merchant hands it back to have it verified. */
final class Transmission {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonNode request;
  private final byte[] body;

  private Transmission(JsonNode request, byte[] body) {
    this.request = request;
    this.body = body;
  }

  static Transmission of(byte[] request, String text) {
    return new Transmission(Json.read(text), verbatim(request));
  }

  String id() {
    return text("transmission_id");
  }

  String time() {
    return text("transmission_time");
  }

  String signature() {
    return text("transmission_sig");
  }

  String certificateUrl() {
    return text("cert_url");
  }

  String algorithm() {
    return text("auth_algo");
  }

  String webhookId() {
    return text("webhook_id");
  }

  byte[] body() {
    return body.clone();
  }

  private String text(String name) {
    return request.path(name).asString("");
  }

  /** The event's bytes as they stand in the request: written anew, they would have another sum. */
  private static byte[] verbatim(byte[] request) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), request)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && parser.currentName().equals("webhook_event")) {
          parser.nextToken();
          int start = (int) parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          int end = (int) parser.currentLocation().getByteOffset();
          return Arrays.copyOfRange(request, start, end);
        }
      }
      return new byte[0];
    }
  }
}
