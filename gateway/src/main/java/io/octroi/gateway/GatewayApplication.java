package io.octroi.gateway;

import io.octroi.runtime.clock.ClockConfiguration;
import io.octroi.runtime.secret.SecretsConfiguration;
import io.octroi.runtime.trace.TraceConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Verifies webhooks and publishes their bytes. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ClockConfiguration.class, SecretsConfiguration.class, TraceConfiguration.class})
// Spring makes an instance of it.
@SuppressWarnings("checkstyle:HideUtilityClassConstructor")
public class GatewayApplication {

  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
