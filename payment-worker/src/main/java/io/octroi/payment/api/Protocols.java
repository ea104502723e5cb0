package io.octroi.payment.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The providers whose APIs are spoken here. */
final class Protocols {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Protocol> ALL =
      List.of(
              new PayPalProtocol(),
              new FlutterwaveProtocol(),
              new CinetPayProtocol(),
              new MtnMomoProtocol(),
              new OrangeMoneyProtocol(),
              new KeyProtocol("stripe", "api_key"),
              new KeyProtocol("paystack", "secret_key"),
              new KeyProtocol("wave", "api_key"),
              new KeyProtocol("hyperpay", "access_token"))
          .stream()
          .collect(Collectors.toUnmodifiableMap(Protocol::provider, Function.identity()));

  private Protocols() {}

  static Optional<Protocol> of(String provider) {
    return Optional.ofNullable(ALL.get(provider));
  }

  /** An id as one segment of a path, whatever it holds. */
  static String segment(String id) {
    String escaped = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    // Two dots would name another path.
    return escaped.replace(".", "%2E");
  }

  static String form(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static String json(Map<String, Object> fields) {
    return JSON.writeValueAsString(fields);
  }

  /** A provider that takes a lasting key, and whose webhooks need no confirmation. */
  private record KeyProtocol(String provider, String credential) implements Protocol {
    @Override
    public Access access(ProviderSettings settings) {
      return Access.bearer(credential);
    }

    @Override
    public Optional<ApiRequest> state(
        Question question, ProviderSettings settings, Credentials credentials) {
      return Optional.empty();
    }
  }
}
