package io.octroi.notifier.membership;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.notifier.linking.History;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.PaceProperties;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReconcilerConfiguration {
  /** Looking, two links or a ban and its lifting. */
  private static final int CALLS_PER_STEP = 3;

  @Bean
  MembershipLeases membershipLeases(
      JdbcTemplate jdbc,
      MembershipProperties properties,
      TelegramProperties telegram,
      PaceProperties pace) {
    Duration call = telegram.connectTimeout().plus(telegram.readTimeout()).plus(pace.longestWait());
    if (properties.lease().compareTo(call.multipliedBy(CALLS_PER_STEP)) <= 0) {
      throw new IllegalArgumentException(
          "octroi.notifier.telegram.membership.lease is "
              + properties.lease()
              + " but one step may take "
              + call.multipliedBy(CALLS_PER_STEP));
    }
    return new MembershipLeases(jdbc, properties.lease());
  }

  @Bean
  Situations situations(
      SubscriptionStates subscriptions,
      Chats chats,
      Links links,
      Invitations invitations,
      JdbcTemplate jdbc) {
    return new Situations(subscriptions, chats, links, invitations, jdbc);
  }

  @Bean
  MembershipSteps membershipSteps(
      TelegramBot bot,
      Chats chats,
      Invitations invitations,
      MembershipLeases leases,
      ChatStops stops,
      MembershipFindings findings) {
    return new MembershipSteps(bot, chats, invitations, leases, stops, findings);
  }

  @Bean
  MembershipResults membershipResults(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      MembershipLeases leases,
      Welcomes welcomes,
      History history,
      MembershipProperties properties) {
    return new MembershipResults(
        jdbc, new TransactionTemplate(transactions), leases, welcomes, history, properties);
  }

  @Bean
  Reconciler reconciler(
      MembershipLeases leases,
      Situations situations,
      MembershipSteps steps,
      MembershipResults results,
      MembershipProperties properties,
      MeterRegistry meters,
      Clock clock) {
    MembershipWorker worker = new MembershipWorker(situations, steps, results, meters, clock);
    return new Reconciler(leases, worker, properties, clock);
  }

  @Bean
  BannedMembers bannedMembers(
      JdbcTemplate jdbc,
      SubscriptionStates subscriptions,
      Chats chats,
      MembershipFindings findings,
      Clock clock) {
    return new BannedMembers(jdbc, subscriptions, chats, findings, clock);
  }
}
