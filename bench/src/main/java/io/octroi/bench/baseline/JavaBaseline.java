package io.octroi.bench.baseline;

import io.octroi.bench.server.SpringServer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The baseline in Java: Spring Boot on Tomcat, HikariCP, Stripe's own library and plain JDBC. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class JavaBaseline {

  static void main(String[] arguments) {
    SpringServer.run(JavaBaseline.class, arguments);
  }

  @Bean
  WebhookController webhookController(
      @Value("${stripe.webhook.secret}") String secret, DataSource database) {
    return new WebhookController(secret, new WebhookRecorder(database));
  }
}
