package io.octroi.notifier.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Topics;
import io.octroi.messaging.Inbox;
import io.octroi.messaging.WorkerListeners;
import io.octroi.notifier.delivery.Wakeup;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.mail.MailFeedback;
import io.octroi.notifier.membership.ChatStops;
import io.octroi.notifier.membership.Chats;
import io.octroi.notifier.membership.Expectations;
import io.octroi.notifier.membership.Memberships;
import io.octroi.notifier.membership.Welcomes;
import io.octroi.notifier.sms.SmsReceipts;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.wording.Wording;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {
  @Bean
  Replies replies(TelegramBot bot, Wording wording) {
    return new Replies(bot, wording);
  }

  @Bean
  Starts starts(
      Linking linking,
      Links links,
      Welcomes welcomes,
      Memberships memberships,
      Expectations expectations) {
    return new Starts(linking, links, welcomes, memberships, expectations);
  }

  @Bean
  ChatUpdates chatUpdates(Chats chats, Memberships memberships, ChatStops stops, Linking linking) {
    return new ChatUpdates(chats, memberships, stops, linking);
  }

  @Bean
  CallbacksHandler.Telegram telegramCallbacks(Starts starts, ChatUpdates chats, Replies replies) {
    return new CallbacksHandler.Telegram(starts, chats, replies);
  }

  @Bean
  CallbacksHandler callbacksHandler(
      Inbox inbox,
      CallbacksHandler.Telegram telegram,
      MailFeedback mail,
      SmsReceipts receipts,
      Wakeup wakeup,
      MeterRegistry meters,
      Clock clock) {
    return new CallbacksHandler(inbox, telegram, mail, receipts, wakeup, meters, clock);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> callbacksListener(
      WorkerListeners listeners, CallbacksHandler handler) {
    return listeners.listen(Topics.CALLBACKS, CallbacksHandler.GROUP, handler);
  }
}
