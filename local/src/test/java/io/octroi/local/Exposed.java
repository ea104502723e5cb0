package io.octroi.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run that shows more than others do: each service's log lines also as documents for machines,
 * the levels of its loggers to be changed, and providers whose webhooks the stand-ins can write.
 */
final class Exposed {
  /** After the endpoints that every local system has. */
  private static final int FIRST_FREE = 6;

  private Exposed() {}

  static LocalTuning in(Path home) {
    return new LocalTuning(
        Arrays.stream(ServiceName.values())
            .collect(Collectors.toMap(Function.identity(), service -> properties(service, home))),
        Map.of());
  }

  /** The lines that a service of that system writes for machines. */
  static Path documents(Path home, ServiceName service) {
    return home.resolve("logs").resolve(service.artifact() + ".json");
  }

  private static Map<String, Object> properties(ServiceName service, Path home) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("logging.file.name", documents(home, service).toString());
    properties.put("logging.structured.format.file", "ecs");
    properties.put("logging.logback.rollingpolicy.max-file-size", "2GB");
    properties.put(
        "management.endpoints.web.exposure.include", "health,info,metrics,prometheus,loggers");
    if (service == ServiceName.GATEWAY) {
      List<Map<String, Object>> more =
          List.of(
              Map.of(
                  "name",
                  "paystack",
                  "scheme",
                  "paystack",
                  "secrets",
                  List.of(Map.of("version", "test", "value", WebhookPushes.PAYSTACK_SECRET))),
              Map.of("name", "momo", "scheme", "mtn-momo"),
              Map.of("name", "orange", "scheme", "orange-money"));
      for (int i = 0; i < more.size(); i++) {
        properties.put("octroi.gateway.endpoints[" + (FIRST_FREE + i) + "]", more.get(i));
      }
    }
    return properties;
  }
}
