package io.octroi.bench.floor;

import io.octroi.bench.server.SpringServer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.HttpRequestHandler;

/** Reads a body and answers 200: no web application on Tomcat and Spring MVC can do less. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
class BareTomcat {

  static void main(String[] arguments) {
    SpringServer.run(BareTomcat.class, arguments);
  }

  @Bean("/webhooks/stripe")
  HttpRequestHandler endpoint() {
    return (request, response) -> {
      var _ = request.getInputStream().readAllBytes();
      response.setStatus(200);
    };
  }
}
