package io.octroi.notifier.membership;

import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.DeliveryProperties;
import io.octroi.notifier.linking.History;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramProperties;
import io.octroi.notifier.wording.Wording;
import io.octroi.operations.finding.Findings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {
  @Bean
  Chats chats(TelegramProperties telegram, JdbcTemplate jdbc) {
    return new Chats(telegram.opened(), jdbc);
  }

  @Bean
  ChatStops chatStops(JdbcTemplate jdbc, Findings findings, MembershipProperties properties) {
    return new ChatStops(jdbc, findings, properties.probeInterval());
  }

  @Bean
  MembershipFindings membershipFindings(Findings findings) {
    return new MembershipFindings(findings);
  }

  @Bean
  ChatRefusals chatRefusals(Chats chats, ChatStops stops, MembershipFindings findings) {
    return new ChatRefusals(chats, stops, findings);
  }

  @Bean
  Memberships memberships(
      JdbcTemplate jdbc, Links links, History history, MembershipProperties properties) {
    return new Memberships(jdbc, links, history, properties.checkInterval());
  }

  @Bean
  Expectations expectations(
      SubscriptionStates subscriptions,
      TelegramProperties telegram,
      Memberships memberships,
      MembershipProperties properties) {
    return new Expectations(subscriptions, telegram.opened(), memberships, properties);
  }

  @Bean
  Invitations invitations(JdbcTemplate jdbc) {
    return new Invitations(jdbc);
  }

  @Bean
  InvitationChannel invitationChannel(
      TelegramBot bot,
      Chats chats,
      ChatRefusals refusals,
      Invitations invitations,
      TelegramProperties telegram) {
    return new InvitationChannel(bot, chats, refusals, invitations, telegram.linkValidity());
  }

  @Bean
  StartLinks startLinks(Linking linking, Links links, TelegramProperties telegram) {
    return new StartLinks(linking, links, telegram.opened(), telegram.botUsername());
  }

  @Bean
  WelcomeChannel welcomeChannel(
      TelegramBot bot, Invitations invitations, Wording wording, Linking linking) {
    return new WelcomeChannel(bot, invitations, wording, linking);
  }

  @Bean
  Welcomes welcomes(
      SubscriptionStates subscriptions,
      Chats chats,
      Notifications notifications,
      Deliveries deliveries,
      Invitations invitations,
      Memberships memberships,
      DeliveryProperties delivery) {
    return new Welcomes(
        subscriptions,
        chats,
        notifications,
        deliveries,
        invitations,
        memberships,
        delivery.invitationPatience());
  }

  @Bean
  RemovalChannel removalChannel(
      TelegramBot bot, Chats chats, ChatRefusals refusals, SubscriptionStates subscriptions) {
    return new RemovalChannel(bot, chats, refusals, subscriptions);
  }

  @Bean
  RevocationChannel revocationChannel(
      TelegramBot bot, Chats chats, ChatRefusals refusals, Invitations invitations) {
    return new RevocationChannel(bot, chats, refusals, invitations);
  }
}
