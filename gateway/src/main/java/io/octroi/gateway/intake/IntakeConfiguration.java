package io.octroi.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.publish.PublishProperties;
import io.octroi.gateway.publish.WebhookPublisher;
import io.octroi.gateway.secret.SecretUses;
import io.octroi.runtime.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  /** Room in a record for its key, its headers and the batch around it. */
  private static final int RECORD_OVERHEAD = 64 * 1_024;

  private static final String WEBHOOKS = "/webhooks/";
  private static final String ENDPOINT = WEBHOOKS + "{" + WebhookIntake.NAME_VARIABLE + "}";

  /**
   * The handler itself and not a controller method: it answers every method, and reads nothing of a
   * request but its headers and its bytes.
   */
  @Bean
  SimpleUrlHandlerMapping webhookMapping(WebhookIntake intake, Traces traces) {
    TracedHandler handler = new TracedHandler(intake, traces);
    return new SimpleUrlHandlerMapping(
        Map.of(
            ENDPOINT, handler, ENDPOINT + "/{" + WebhookIntake.REFERENCE_VARIABLE + "}", handler),
        Ordered.HIGHEST_PRECEDENCE);
  }

  /** The intake times what it takes, and {@link TracedHandler} traces it. */
  @Bean
  ObservationPredicate webhooksAreObservedByTheIntake() {
    return (name, context) ->
        !(context instanceof ServerRequestObservationContext request
            && isWebhook(request.getCarrier()));
  }

  private static boolean isWebhook(@Nullable HttpServletRequest request) {
    return request != null && request.getRequestURI().startsWith(WEBHOOKS);
  }

  @Bean
  WebhookIntake.Settings intakeSettings(
      IntakeProperties properties, MeterRegistry meters, SecretUses uses) {
    return new WebhookIntake.Settings(properties, meters, uses);
  }

  @Bean
  WebhookIntake webhookIntake(
      Endpoints endpoints,
      WebhookPublisher publisher,
      Rejections rejections,
      Clock clock,
      WebhookIntake.Settings settings,
      PublishProperties publishing) {
    IntakeProperties properties = settings.properties();
    if (properties.maxBody().toBytes() + RECORD_OVERHEAD > publishing.maxRecord().toBytes()) {
      throw new IllegalArgumentException(
          "octroi.gateway.publish.max-record must exceed octroi.gateway.intake.max-body by 64 KB");
    }
    return new WebhookIntake(
        endpoints,
        new BodyReader(properties),
        new BufferBudget(properties.maxBuffered().toBytes()),
        publisher,
        rejections,
        clock,
        settings);
  }
}
