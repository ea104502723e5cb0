package io.octroi.notifier.membership;

import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.DeliveryProperties;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramProperties;
import io.octroi.notifier.wording.Wording;
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
  Invitations invitations(JdbcTemplate jdbc) {
    return new Invitations(jdbc);
  }

  @Bean
  InvitationChannel invitationChannel(
      TelegramBot bot, Chats chats, Invitations invitations, TelegramProperties telegram) {
    return new InvitationChannel(
        bot, chats, new ChatRefusals(chats), invitations, telegram.linkValidity());
  }

  @Bean
  StartLinks startLinks(Linking linking, Links links, TelegramProperties telegram) {
    return new StartLinks(linking, links, telegram.opened(), telegram.botUsername());
  }

  @Bean
  WelcomeChannel welcomeChannel(TelegramBot bot, Invitations invitations, Wording wording) {
    return new WelcomeChannel(bot, invitations, wording);
  }

  @Bean
  Welcomes welcomes(
      SubscriptionStates subscriptions,
      Chats chats,
      Notifications notifications,
      Deliveries deliveries,
      Invitations invitations,
      DeliveryProperties delivery) {
    return new Welcomes(
        subscriptions,
        chats,
        notifications,
        deliveries,
        invitations,
        delivery.invitationPatience());
  }

  @Bean
  RemovalChannel removalChannel(TelegramBot bot, Chats chats, SubscriptionStates subscriptions) {
    return new RemovalChannel(bot, chats, new ChatRefusals(chats), subscriptions);
  }

  @Bean
  RevocationChannel revocationChannel(TelegramBot bot, Chats chats, Invitations invitations) {
    return new RevocationChannel(bot, chats, new ChatRefusals(chats), invitations);
  }
}
