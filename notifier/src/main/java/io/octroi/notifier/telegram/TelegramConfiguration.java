package io.octroi.notifier.telegram;

import io.octroi.notifier.delivery.DeliveryProperties;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.trace.CallSpans;
import io.octroi.notifier.wording.Wording;
import io.octroi.runtime.secret.SecretSettings;
import io.octroi.runtime.secret.Sensitive;
import io.octroi.runtime.secret.SensitiveSetting;
import io.octroi.runtime.trace.Traces;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {
  @Bean
  TelegramPace telegramPace(JdbcTemplate jdbc, PaceProperties pace) {
    return new TelegramPace(jdbc, pace);
  }

  @Bean
  TelegramBot telegramBot(
      TelegramProperties properties,
      TelegramPace pace,
      PaceProperties paceProperties,
      DeliveryProperties delivery,
      SecretSettings secrets,
      Traces traces) {
    delivery.requireLeaseLongerThan(
        properties.slowestDelivery().plus(paceProperties.longestWait().multipliedBy(2)),
        "telegram");
    SensitiveSetting token = secrets.setting(Sensitive.TELEGRAM_TOKEN, properties.token());
    properties.requireUsable(token.value());
    return new TelegramBot(apis(properties, traces), pace, token);
  }

  @Bean
  TelegramMessageChannel telegramMessageChannel(
      TelegramBot bot, Wording wording, Links links, Linking linking) {
    return new TelegramMessageChannel(bot, wording, links, linking);
  }

  /**
   * A client of its own and not the one that Boot prepares: that one is observed, and the token in
   * the URL would be in every span.
   */
  private static TelegramApis apis(TelegramProperties properties, Traces traces) {
    // By default each request would begin a platform thread.
    Executor threads = task -> Thread.ofVirtual().name("telegram").start(task);
    HttpClient http =
        HttpClient.newBuilder()
            .executor(threads)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http, threads);
    requests.setReadTimeout(properties.readTimeout());
    return new TelegramApis(token -> api(token, properties, requests, new CallSpans(traces)));
  }

  private static TelegramBotApi api(
      String token,
      TelegramProperties properties,
      ClientHttpRequestFactory requests,
      CallSpans spans) {
    RestClient client =
        RestClient.builder()
            // Part of the base URL, not a variable: a variable would have its colon encoded.
            .baseUrl(properties.baseUrl() + "/bot" + token)
            .requestFactory(requests)
            .requestInterceptor(spans)
            .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
            .build();
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
        .build()
        .createClient(TelegramBotApi.class);
  }
}
