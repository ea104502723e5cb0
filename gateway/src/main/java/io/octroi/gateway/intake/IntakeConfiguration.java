package io.octroi.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.publish.PublishProperties;
import io.octroi.gateway.publish.WebhookPublisher;
import io.octroi.gateway.secret.SecretUses;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  /** Room in a record for its key, its headers and the batch around it. */
  private static final int RECORD_OVERHEAD = 64 * 1_024;

  private static final String ENDPOINT = "/webhooks/{" + WebhookIntake.NAME_VARIABLE + "}";

  /**
   * The handler itself and not a controller method: it answers every method, and reads nothing of a
   * request but its headers and its bytes.
   */
  @Bean
  SimpleUrlHandlerMapping webhookMapping(WebhookIntake intake) {
    return new SimpleUrlHandlerMapping(
        Map.of(ENDPOINT, intake, ENDPOINT + "/{" + WebhookIntake.REFERENCE_VARIABLE + "}", intake),
        Ordered.HIGHEST_PRECEDENCE);
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
