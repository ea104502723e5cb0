package io.octroi.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.notifier.NotifierMetric;
import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.notification.NotificationProperties;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.payment.PaymentStates;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
  @Bean
  Deliveries deliveries(JdbcTemplate jdbc) {
    return new Deliveries(jdbc);
  }

  @Bean
  Wakeup wakeup() {
    return new Wakeup();
  }

  @Bean
  DeliveryLeases deliveryLeases(JdbcTemplate jdbc, Clock clock, DeliveryProperties properties) {
    return new DeliveryLeases(jdbc, clock, properties.lease());
  }

  @Bean
  Routes routes(JdbcTemplate jdbc, RoutingProperties routing) {
    return new Routes(jdbc, routing);
  }

  @Bean
  DeliveryResults deliveryResults(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Routes routes,
      DeliveryProperties properties) {
    return new DeliveryResults(
        jdbc,
        new TransactionTemplate(transactions),
        new InvitationMails(jdbc),
        routes,
        properties.retrySchedule(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Bean
  Channels channels(List<Channel> channels, Traces traces) {
    return new Channels(
        channels.stream().map(channel -> new TracedChannel(channel, traces)).toList());
  }

  @Bean
  Assignments assignments(
      Notifications notifications,
      SubscriptionStates subscriptions,
      PaymentStates payments,
      Contacts contacts) {
    return new Assignments(notifications, subscriptions, payments, contacts);
  }

  @Bean
  DeliveryWorker deliveryWorker(
      Assignments assignments,
      NotificationProperties limits,
      Channels channels,
      DeliveryResults results,
      MeterRegistry meters,
      Clock clock) {
    return new DeliveryWorker(
        assignments,
        new StaleEffects(limits),
        channels,
        results,
        new DeliveryReports(meters),
        clock);
  }

  @Bean
  DeliveryDispatcher deliveryDispatcher(
      DeliveryLeases leases,
      DeliveryWorker worker,
      Wakeup wakeup,
      DeliveryProperties properties,
      MeterRegistry meters) {
    DeliveryDispatcher dispatcher = new DeliveryDispatcher(leases, worker, wakeup, properties);
    NotifierMetric.DELIVERIES_IN_FLIGHT.show(meters, dispatcher::inFlight);
    return dispatcher;
  }

  @Bean
  DeliveryPump deliveryPump(
      DeliveryDispatcher dispatcher, Wakeup wakeup, DeliveryProperties properties) {
    return new DeliveryPump(dispatcher, wakeup, properties);
  }
}
