package io.octroi.payment.backfill;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.messaging.MessagingProperties;
import io.octroi.messaging.Outbox;
import io.octroi.operations.reconciliation.Check;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.api.ProvidersProperties;
import io.octroi.payment.confirmation.OrderInquiries;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.ledger.Ledger;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the polling of providers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BackfillProperties.class, ComparisonProperties.class})
class BackfillConfiguration {
  @Bean
  Watermarks watermarks(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox,
      MessagingProperties messaging) {
    return new Watermarks(jdbc, new TransactionTemplate(transactions), outbox, messaging.source());
  }

  @Bean
  Missing missing(Ledger ledger, WebhookFeed feed, MeterRegistry metrics) {
    return new Missing(ledger, feed, metrics);
  }

  @Bean
  Sources sources(
      ProviderApis apis,
      ProvidersProperties providers,
      BackfillProperties settings,
      OrderInquiries orders,
      Clock clock) {
    return new Sources(apis, providers, settings, orders, clock);
  }

  @Bean
  Poller poller(
      Sources sources,
      Watermarks watermarks,
      JdbcClient jdbc,
      Missing missing,
      BackfillProperties settings,
      Clock clock,
      MeterRegistry metrics) {
    return new Poller(
        sources.all(), watermarks, new UndecidedRows(jdbc), missing, settings, clock, metrics);
  }

  @Bean
  Check providersAgainstLedger(
      Sources sources, Ledger ledger, ComparisonProperties settings, Clock clock) {
    return new ProvidersAgainstLedger(sources.lists(), ledger, settings, clock);
  }

  @Bean
  BackfillSchedule backfillSchedule(
      Poller poller,
      Watermarks watermarks,
      ProviderApis apis,
      BackfillProperties settings,
      Clock clock,
      MeterRegistry metrics) {
    return new BackfillSchedule(poller, watermarks, apis, settings, clock, metrics);
  }
}
