package io.octroi.notifier.membership;

import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {
  @Bean
  Chats chats(TelegramProperties telegram, JdbcTemplate jdbc) {
    return new Chats(telegram.chats(), jdbc);
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
  RemovalChannel removalChannel(TelegramBot bot, Chats chats, SubscriptionStates subscriptions) {
    return new RemovalChannel(bot, chats, new ChatRefusals(chats), subscriptions);
  }

  @Bean
  RevocationChannel revocationChannel(TelegramBot bot, Chats chats, Invitations invitations) {
    return new RevocationChannel(bot, chats, new ChatRefusals(chats), invitations);
  }
}
