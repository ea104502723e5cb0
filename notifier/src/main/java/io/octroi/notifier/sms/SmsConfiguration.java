package io.octroi.notifier.sms;

import io.octroi.notifier.delivery.DeliveryProperties;
import io.octroi.notifier.delivery.Medium;
import io.octroi.notifier.delivery.Routes;
import io.octroi.notifier.delivery.RoutingProperties;
import io.octroi.notifier.trace.CallSpans;
import io.octroi.notifier.wording.Wording;
import io.octroi.operations.finding.Findings;
import io.octroi.runtime.secret.SecretSettings;
import io.octroi.runtime.secret.Sensitive;
import io.octroi.runtime.secret.SensitiveSetting;
import io.octroi.runtime.trace.Traces;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
  @Bean
  SmsFindings smsFindings(Findings findings) {
    return new SmsFindings(findings);
  }

  @Bean
  SmsReceipts smsReceipts(JdbcTemplate jdbc, Routes routes, SmsFindings findings) {
    return new SmsReceipts(jdbc, routes, findings);
  }

  @Bean
  ReceiptPruning receiptPruning(SmsReceipts receipts, Clock clock) {
    return new ReceiptPruning(receipts, clock);
  }

  @Bean
  TwilioMessages twilioMessages(SmsProperties properties, SecretSettings secrets, Traces traces) {
    SensitiveSetting authToken = secrets.setting(Sensitive.SMS_AUTH_TOKEN, properties.authToken());
    if (properties.isConfigured() && authToken.value().isEmpty()) {
      throw new IllegalArgumentException("octroi.notifier.sms.account-sid needs an auth-token");
    }
    return new TwilioMessages(client(properties, traces), properties, authToken);
  }

  @Bean
  SmsChannel smsChannel(
      Wording wording,
      TwilioMessages messages,
      SmsReceipts receipts,
      SmsFindings findings,
      SmsProperties properties,
      RoutingProperties routing,
      DeliveryProperties delivery) {
    if (routing.uses(Medium.SMS) && !properties.isConfigured()) {
      throw new IllegalArgumentException(
          "octroi.notifier.channels names sms, but octroi.notifier.sms.account-sid is not set");
    }
    if (properties.isConfigured()) {
      delivery.requireLeaseLongerThan(properties.slowestDelivery(), "sms");
    }
    return new SmsChannel(wording, messages, receipts, findings, properties);
  }

  /** Of its own and not the one that Boot prepares: that one tells URLs, and they hold numbers. */
  private static RestClient client(SmsProperties properties, Traces traces) {
    // By default each request would begin a platform thread.
    Executor threads = task -> Thread.ofVirtual().name("sms").start(task);
    HttpClient http =
        HttpClient.newBuilder()
            .executor(threads)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http, threads);
    requests.setReadTimeout(properties.readTimeout());
    return RestClient.builder()
        .baseUrl(properties.baseUrl())
        .requestFactory(requests)
        .requestInterceptor(new CallSpans(traces))
        .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
        .build();
  }
}
