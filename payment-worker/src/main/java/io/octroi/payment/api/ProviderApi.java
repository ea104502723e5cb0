package io.octroi.payment.api;

import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Refused;
import io.octroi.payment.api.ApiAnswer.Unavailable;
import io.octroi.payment.api.ApiAnswer.Unknown;
import io.octroi.payment.api.Credentials.MissingCredentialException;
import io.octroi.payment.api.Exchange.Reply.Failed;
import io.octroi.payment.api.Exchange.Reply.Received;
import io.octroi.payment.api.TokenCache.Grant.Denied;
import io.octroi.payment.api.TokenCache.Grant.Granted;
import io.octroi.runtime.trace.Traces;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API behind one webhook endpoint. Calls out; never to be used within a transaction. */
public final class ProviderApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Protocol protocol;
  private final ProviderSettings settings;
  private final CredentialStore credentials;
  private final TokenCache tokens;
  private final Exchange exchange;
  private final Circuit circuit;
  private final CallRate rate;
  private final Clock clock;
  private final Function<ApiAnswer, ApiAnswer> counted;

  ProviderApi(
      Protocol protocol,
      ProviderSettings settings,
      CredentialStore credentials,
      HttpClient client,
      Clock clock,
      Traces traces,
      Function<ApiAnswer, ApiAnswer> counted) {
    this.protocol = protocol;
    this.settings = settings;
    this.credentials = credentials;
    this.tokens = new TokenCache(clock);
    this.exchange = new Exchange(client, settings, clock, traces);
    this.circuit = new Circuit(settings.circuitFailures(), settings.circuitPause(), clock);
    this.rate = new CallRate(settings.callsPerMinute());
    this.clock = clock;
    this.counted = counted;
  }

  /** Whose API it is. */
  public String provider() {
    return protocol.provider();
  }

  /** The state of something, in the provider's own words. */
  public ApiAnswer ask(Question question) {
    return ask((Credentials c) -> protocol.state(question, settings, c));
  }

  /** Any request that may be made twice. */
  public ApiAnswer ask(ApiRequest request) {
    return ask((Credentials _) -> Optional.of(request));
  }

  /** A request that is made of the credentials, such as one that names our account. */
  public ApiAnswer askAs(Function<Credentials, ApiRequest> request) {
    return ask((Credentials c) -> Optional.of(request.apply(c)));
  }

  boolean isCircuitOpen() {
    return circuit.isOpen();
  }

  private ApiAnswer ask(Prepared request) {
    Duration closed = circuit.wait(clock.instant());
    if (closed.isPositive()) {
      return counted.apply(new Unavailable("circuit_open", closed));
    }
    Duration pace = rate.wait(clock.instant());
    if (pace.isPositive()) {
      return counted.apply(new Unavailable("call_rate", pace));
    }
    ApiAnswer answer = proven(request);
    if (answer instanceof Unavailable) {
      circuit.failed();
    } else {
      circuit.succeeded();
    }
    return counted.apply(answer);
  }

  /** What becomes a request once there are credentials. */
  private interface Prepared extends Function<Credentials, Optional<ApiRequest>> {}

  private ApiAnswer proven(Prepared request) {
    Optional<Credentials> known = credentials.current();
    if (known.isEmpty()) {
      return new Refused("no_credentials");
    }
    ApiAnswer answer = proven(request, known.get());
    if (answer instanceof Refused(String reason) && reason.equals("unauthorized")) {
      return credentials.instead(known.get()).map(c -> proven(request, c)).orElse(answer);
    }
    return answer;
  }

  private ApiAnswer proven(Prepared request, Credentials with) {
    try {
      return request
          .apply(with)
          .map(ready -> proven(ready, with))
          .orElseGet(() -> new Refused("cannot_be_asked"));
    } catch (MissingCredentialException e) {
      return new Refused("incomplete_credentials");
    }
  }

  private ApiAnswer proven(ApiRequest request, Credentials with) {
    return switch (protocol.access(settings)) {
      case Access.Key key -> send(settings.baseUrl(), request.with(key.headers().apply(with)));
      case Access.Token token -> withToken(request.with(token.headers().apply(with)), token, with);
    };
  }

  /** A token that is refused is fetched anew, once. */
  private ApiAnswer withToken(ApiRequest request, Access.Token access, Credentials with) {
    return switch (grant(access, with)) {
      case Denied(ApiAnswer why) -> why;
      case Granted(String token) -> {
        ApiAnswer answer = send(settings.baseUrl(), request.with(bearer(token)));
        if (!(answer instanceof Refused(String reason)) || !reason.equals("unauthorized")) {
          yield answer;
        }
        tokens.forget(token);
        yield switch (grant(access, with)) {
          case Denied(ApiAnswer why) -> why;
          case Granted(String fresh) -> send(settings.baseUrl(), request.with(bearer(fresh)));
        };
      }
    };
  }

  private TokenCache.Grant grant(Access.Token access, Credentials with) {
    return tokens.token(() -> send(settings.tokenBase(), access.ask().apply(with)));
  }

  private ApiAnswer send(String base, ApiRequest request) {
    return switch (exchange.send(base, request)) {
      case Failed(String reason, Duration wait) -> new Unavailable(reason, wait);
      case Received(int status, byte[] body) -> read(status, body);
    };
  }

  private ApiAnswer read(int status, byte[] body) {
    if (status >= 200 && status < 300) {
      return isJson(body) ? new Answered(body) : new Unavailable("garbled", Duration.ZERO);
    }
    if (status == 401 || status == 403) {
      return new Refused("unauthorized");
    }
    return status == 404 || protocol.saysUnknown(status, body)
        ? new Unknown()
        : new Refused("status_" + status);
  }

  private static boolean isJson(byte[] body) {
    try {
      JsonNode document = JSON.readTree(body);
      return document.isObject() || document.isArray();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
