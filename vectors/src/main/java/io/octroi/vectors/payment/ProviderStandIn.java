package io.octroi.vectors.payment;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of whichever provider is asked: it gives out tokens and answers what the case says. */
final class ProviderStandIn implements AutoCloseable {
  private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":3600}";

  private final LoopbackServer server;
  private volatile Optional<JsonNode> answer = Optional.empty();

  ProviderStandIn(Clock clock) {
    this.server = LoopbackServer.start("provider's API", 0, clock, this::answer);
  }

  URI uri() {
    return server.uri();
  }

  /** From now on this, with its {@code status} and its {@code json}; without one it hangs up. */
  void answer(Optional<JsonNode> next) {
    answer = next;
  }

  private Answer answer(RecordedRequest request) {
    if (request.path().matches(".*/token/?")) {
      return Answer.json(200, TOKEN);
    }
    return answer
        .filter(node -> node.path("status").isInt())
        .<Answer>map(node -> Answer.json(node.path("status").asInt(), body(node)))
        .orElseGet(Answer::hangUp);
  }

  private static String body(JsonNode node) {
    return node.path("body").isString()
        ? node.path("body").asString()
        : JsonMapper.shared().writeValueAsString(node.path("json"));
  }

  @Override
  public void close() {
    server.close();
  }
}
