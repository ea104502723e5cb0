package io.octroi.gateway.intake;

import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A scheme that cares about the media type, as those with an encrypted body do. */
@Configuration(proxyBeanMethods = false)
class DemandingScheme {

  @Bean
  SchemeDefinition demanding() {
    return new SchemeDefinition("demanding", settings -> new Scheme());
  }

  private static final class Scheme implements WebhookScheme {
    @Override
    public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
      return new Verification.Rejected(RejectionReason.MISSING_HEADER);
    }

    @Override
    public boolean canUse(Secret secret) {
      return true;
    }

    @Override
    public Set<String> mediaTypes() {
      return Set.of("text/plain");
    }
  }
}
