package io.octroi.payment.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Refused;
import io.octroi.payment.api.ApiAnswer.Unavailable;
import io.octroi.payment.api.ApiAnswer.Unknown;
import io.octroi.payment.telemetry.PaymentMetric;
import io.octroi.runtime.log.LogKeys;
import io.octroi.runtime.secret.Secrets;
import io.octroi.runtime.secret.SecretsConfiguration;
import io.octroi.runtime.trace.Traces;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the APIs of the configured providers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProvidersProperties.class)
@Import(SecretsConfiguration.class)
class ApiConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderApi.class);

  /**
   * @throws IllegalStateException for a provider whose API nobody here speaks
   */
  @Bean
  ProviderApis providerApis(
      ProvidersProperties properties,
      Secrets secrets,
      Clock clock,
      Traces traces,
      MeterRegistry metrics) {
    Map<String, ProviderApi> apis = new HashMap<>();
    properties
        .providers()
        .forEach((endpoint, settings) -> {
          ProviderApi api = api(endpoint, settings, secrets, clock, traces, metrics);
          apis.put(endpoint, api);
          PaymentMetric.API_CIRCUIT.show(metrics, () -> api.isCircuitOpen() ? 1 : 0, endpoint);
        });
    return new ProviderApis(apis);
  }

  private static ProviderApi api(
      String endpoint,
      ProviderSettings settings,
      Secrets secrets,
      Clock clock,
      Traces traces,
      MeterRegistry metrics) {
    Protocol protocol =
        Protocols.of(settings.provider())
            .orElseThrow(() ->
                new IllegalStateException(
                    "octroi.payment.providers." + endpoint + ".provider is not known here"));
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return new ProviderApi(
        protocol,
        settings,
        new CredentialStore(secrets, settings.secretId(), settings.credentialsAge(), clock),
        client,
        clock,
        traces,
        answer -> counted(endpoint, settings.provider(), answer, metrics));
  }

  private static ApiAnswer counted(
      String endpoint, String provider, ApiAnswer answer, MeterRegistry metrics) {
    String outcome =
        switch (answer) {
          case Answered _ -> "answered";
          case Unknown _ -> "unknown";
          case Unavailable _ -> "unavailable";
          case Refused(String reason) -> {
            LOG.atWarn()
                .addKeyValue(LogKeys.ENDPOINT, endpoint)
                .addKeyValue(LogKeys.PROVIDER, provider)
                .addKeyValue(LogKeys.REASON, reason)
                .log("A provider's API does not let us ask");
            yield "refused";
          }
        };
    PaymentMetric.API_CALLS.count(metrics, provider, outcome);
    return answer;
  }
}
