package io.octroi.notifier.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Topics;
import io.octroi.messaging.WorkerListeners;
import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.DeliveryProperties;
import io.octroi.notifier.delivery.Routes;
import io.octroi.notifier.delivery.Wakeup;
import io.octroi.notifier.membership.Expectations;
import io.octroi.notifier.notification.NotificationProperties;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.payment.PaymentStates;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.TelegramProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  @Bean
  SubscriptionsHandler.Ledger intakeLedger(
      SubscriptionStates states,
      Contacts contacts,
      Expectations expectations,
      Notifications notifications,
      Deliveries deliveries) {
    return new SubscriptionsHandler.Ledger(
        states, contacts, expectations, notifications, deliveries);
  }

  @Bean
  Tellings tellings(
      Notifications notifications,
      Deliveries deliveries,
      Routes routes,
      MeterRegistry meters,
      Clock clock) {
    return new Tellings(notifications, deliveries, routes, meters, clock);
  }

  @Bean
  NotificationPlanner notificationPlanner(
      TelegramProperties telegram, DeliveryProperties delivery) {
    return new NotificationPlanner(
        telegram.opened(), delivery.invitationPatience(), telegram.messages());
  }

  @Bean
  SubscriptionsHandler subscriptionsHandler(
      SubscriptionsHandler.Ledger ledger,
      Tellings tellings,
      NotificationPlanner planner,
      Wakeup wakeup,
      Clock clock) {
    return new SubscriptionsHandler(ledger, tellings, planner, wakeup, clock);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> subscriptionsListener(
      WorkerListeners listeners, SubscriptionsHandler handler) {
    return listeners.listen(Topics.SUBSCRIPTIONS, SubscriptionsHandler.GROUP, handler);
  }

  @Bean
  PaymentsHandler paymentsHandler(
      PaymentsHandler.Ledger ledger,
      Tellings tellings,
      NotificationProperties limits,
      Wakeup wakeup,
      Clock clock) {
    return new PaymentsHandler(ledger, tellings, new PaymentPlanner(limits), wakeup, clock);
  }

  @Bean
  PaymentsHandler.Ledger paymentIntakeLedger(
      PaymentStates states, Contacts contacts, Deliveries deliveries) {
    return new PaymentsHandler.Ledger(states, contacts, deliveries);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> paymentsListener(
      WorkerListeners listeners, PaymentsHandler handler) {
    return listeners.listen(Topics.PAYMENTS, SubscriptionsHandler.GROUP, handler);
  }
}
