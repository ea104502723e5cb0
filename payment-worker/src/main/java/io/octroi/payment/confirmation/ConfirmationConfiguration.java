package io.octroi.payment.confirmation;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.octroi.payment.api.ProviderApi;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.order.Orders;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Wires how claims are confirmed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConfirmationProperties.class)
class ConfirmationConfiguration {
  @Bean
  Inquiries inquiries(JdbcTemplate jdbc, Orders orders, Ledger ledger, Clock clock) {
    return new Inquiries(jdbc, orders, ledger, clock);
  }

  @Bean
  OrderInquiries orderInquiries(JdbcTemplate jdbc, Clock clock) {
    return new OrderInquiries(jdbc, clock);
  }

  @Bean
  Confirmer confirmer(
      Inquiries inquiries,
      Orders orders,
      ProviderApis apis,
      WebhookFeed feed,
      ConfirmationProperties settings,
      Clock clock,
      Traces traces) {
    return new Confirmer(inquiries, orders, apis, feed, settings, clock, traces);
  }

  @Bean
  Rounds confirmationRounds(Confirmer confirmer, ConfirmationProperties settings) {
    return new Rounds(confirmer, settings);
  }

  @Bean
  MeterBinder inquiryGauges(JdbcTemplate jdbc, Clock clock, ProviderApis apis) {
    return metrics ->
        new InquiryGauges(jdbc, clock)
            .register(
                metrics,
                apis.byEndpoint().values().stream()
                    .map(ProviderApi::provider)
                    .collect(Collectors.toSet()));
  }

  /** Looks for what is due, again and again. */
  record Rounds(Confirmer confirmer, ConfirmationProperties settings) {
    @Scheduled(fixedDelayString = "${octroi.payment.confirmation.poll-interval:1s}")
    void round() {
      int asked;
      do {
        asked = confirmer.confirmDue();
      } while (asked == settings.batch());
    }
  }
}
