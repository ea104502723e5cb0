package io.octroi.payment.backfill;

import io.octroi.payment.api.ApiAnswer;
import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Refused;
import io.octroi.payment.api.ApiAnswer.Unavailable;
import io.octroi.payment.api.ApiAnswer.Unknown;
import io.octroi.payment.api.ApiRequest;
import io.octroi.payment.api.Credentials;
import io.octroi.payment.api.ProviderApi;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads pages of a provider's API. Many pages wait for the pace that the API is asked at. */
final class Listing {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int WAITS = 10;

  private final ProviderApi api;

  Listing(ProviderApi api) {
    this.api = api;
  }

  /**
   * Asks for what must be there.
   *
   * @throws ApiFailure when the provider gives none
   */
  JsonNode get(ListPath path) {
    return find(path).orElseThrow(() -> new ApiFailure("no_such_list"));
  }

  /** Empty where the provider knows of no such thing. */
  Optional<JsonNode> find(ListPath path) {
    return findAs(_ -> path);
  }

  /** As {@link #find}, for a path that names our account. */
  Optional<JsonNode> findAs(Function<Credentials, ListPath> path) {
    for (int waits = 0; ; waits++) {
      ApiAnswer answer = api.askAs(c -> ApiRequest.get(path.apply(c).toString()));
      if (!(answer instanceof Unavailable(String reason, Duration after))
          || !reason.equals("call_rate")
          || waits == WAITS
          || !waited(after)) {
        return read(answer);
      }
    }
  }

  private static Optional<JsonNode> read(ApiAnswer answer) {
    return switch (answer) {
      case Answered(byte[] document) -> Optional.of(parsed(document));
      case Unknown _ -> Optional.empty();
      case Unavailable(String reason, Duration _) -> throw new ApiFailure(reason);
      case Refused(String reason) -> throw new ApiFailure(reason);
    };
  }

  private static JsonNode parsed(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (JacksonException e) {
      throw Json.garbled();
    }
  }

  private static boolean waited(Duration wait) {
    if (wait.compareTo(PATIENCE) > 0) {
      return false;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(wait.toMillis() + 1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
