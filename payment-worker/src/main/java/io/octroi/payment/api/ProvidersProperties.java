package io.octroi.payment.api;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.payment.providers}.
 *
 * @param providers how the API behind each webhook endpoint is asked, by the endpoint's name
 */
@Validated
@ConfigurationProperties("octroi.payment")
public record ProvidersProperties(@DefaultValue Map<String, @Valid ProviderSettings> providers) {
  public ProvidersProperties {
    providers = Map.copyOf(providers);
  }
}
