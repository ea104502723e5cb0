package io.octroi.bench.floor;

import io.octroi.bench.server.SpringServer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.HttpRequestHandler;

/** Reads a body and answers 200: no web application of Spring Boot on Tomcat can do less. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(WebhookServlet.class)
class BareTomcat {

  static void main(String[] arguments) {
    SpringServer.run(BareTomcat.class, arguments);
  }

  @Bean(WebhookServlet.HANDLER)
  HttpRequestHandler endpoint() {
    return (request, response) -> {
      var _ = request.getInputStream().readAllBytes();
      response.setStatus(200);
    };
  }
}
