package io.octroi.payment.api;

import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Refused;
import io.octroi.payment.api.ApiAnswer.Unavailable;
import io.octroi.payment.api.ApiAnswer.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An access token, fetched when needed and a while before it ends. However many need one at once,
 * one of them fetches it.
 */
final class TokenCache {
  private static final Duration MARGIN = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Held> held = Optional.empty();

  private record Held(String token, Instant until) {}

  /** A token, or why there is none. */
  sealed interface Grant {
    record Granted(String token) implements Grant {}

    record Denied(ApiAnswer why) implements Grant {}
  }

  TokenCache(Clock clock) {
    this.clock = clock;
  }

  Grant token(Supplier<ApiAnswer> fetch) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Optional<Held> good = held.filter(known -> now.isBefore(known.until()));
      return good.<Grant>map(known -> new Grant.Granted(known.token()))
          .orElseGet(() -> fetched(fetch.get(), now));
    } finally {
      lock.unlock();
    }
  }

  /** The provider does not take it any more. */
  void forget(String token) {
    lock.lock();
    try {
      held = held.filter(known -> !known.token().equals(token));
    } finally {
      lock.unlock();
    }
  }

  private Grant fetched(ApiAnswer answer, Instant now) {
    return switch (answer) {
      case Answered(byte[] document) -> keep(JSON.readTree(document), now);
      case Unknown _ -> new Grant.Denied(new Refused("no_token_endpoint"));
      case Unavailable _, Refused _ -> new Grant.Denied(answer);
    };
  }

  private Grant keep(JsonNode answer, Instant now) {
    String token = answer.path("access_token").asString("");
    if (token.isEmpty()) {
      return new Grant.Denied(new Unavailable("no_token", Duration.ZERO));
    }
    Duration life = Duration.ofSeconds(Math.max(0, answer.path("expires_in").asLong(0)));
    Duration half = life.dividedBy(2);
    Duration margin = MARGIN.compareTo(half) < 0 ? MARGIN : half;
    held = Optional.of(new Held(token, now.plus(life.minus(margin))));
    return new Grant.Granted(token);
  }
}
