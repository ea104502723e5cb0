package io.octroi.bench.floor;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.HttpRequestHandlerServlet;

/** Lets a floor's handler answer at the gateway's path, with no more on the way than there. */
@Configuration(proxyBeanMethods = false)
class WebhookServlet {
  /** The name of the handler's bean. */
  static final String HANDLER = "endpoint";

  @Bean
  ServletRegistrationBean<HttpRequestHandlerServlet> webhooks() {
    ServletRegistrationBean<HttpRequestHandlerServlet> servlet =
        new ServletRegistrationBean<>(new HttpRequestHandlerServlet(), "/webhooks/stripe");
    servlet.setName(HANDLER);
    return servlet;
  }
}
