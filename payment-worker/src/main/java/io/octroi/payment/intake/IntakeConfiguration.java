package io.octroi.payment.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Topics;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.WorkerListeners;
import io.octroi.payment.agreement.Agreements;
import io.octroi.payment.confirmation.Inquiries;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.publication.Publisher;
import io.octroi.payment.secretuse.SecretUses;
import io.octroi.payment.translation.Translator;
import io.octroi.payment.translation.Translators;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Wires the way of a webhook into the ledger and the payments. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  /** The consumer group on {@link Topics#WEBHOOKS}. */
  static final String GROUP = "payment-worker";

  @Bean
  Translators translators(List<Translator> translators) {
    return new Translators(translators);
  }

  @Bean
  Bookkeeping bookkeeping(
      Ledger ledger,
      Payments payments,
      Identities identities,
      Agreements agreements,
      Publisher publisher) {
    return new Bookkeeping(ledger, payments, identities, agreements, publisher::publish);
  }

  @Bean
  BatchHandler webhookIntake(
      Translators translators,
      Ledger ledger,
      Bookkeeping bookkeeping,
      Inquiries inquiries,
      SecretUses secrets,
      MeterRegistry metrics) {
    return new WebhookIntake(
        translators, ledger, bookkeeping, inquiries, secrets, new Tally(metrics));
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> webhookListener(
      WorkerListeners listeners, BatchHandler webhookIntake) {
    return listeners.listen(Topics.WEBHOOKS, GROUP, webhookIntake);
  }
}
