package io.octroi.notifier.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.messaging.Inbox;
import io.octroi.notifier.AfterCommit;
import io.octroi.notifier.NotifierMetric;
import io.octroi.notifier.callback.TelegramUpdate.Started;
import io.octroi.notifier.delivery.Wakeup;
import io.octroi.notifier.mail.MailFeedback;
import io.octroi.notifier.sms.SmsReceipts;
import java.time.Clock;
import java.util.List;

/**
 * Takes a batch of what channels say in, in the transaction it is called in: the bot's updates, and
 * what became of mails and text messages.
 */
final class CallbacksHandler implements BatchHandler {
  static final String GROUP = "notifier";
  private static final String TELEGRAM = "telegram";
  private static final String TWILIO = "twilio";

  private final Inbox inbox;
  private final Telegram telegram;
  private final MailFeedback mail;
  private final SmsReceipts receipts;
  private final Wakeup wakeup;
  private final MeterRegistry meters;
  private final Clock clock;

  CallbacksHandler(
      Inbox inbox,
      Telegram telegram,
      MailFeedback mail,
      SmsReceipts receipts,
      Wakeup wakeup,
      MeterRegistry meters,
      Clock clock) {
    this.inbox = inbox;
    this.telegram = telegram;
    this.mail = mail;
    this.receipts = receipts;
    this.wakeup = wakeup;
    this.meters = meters;
    this.clock = clock;
  }

  /** Who takes in what the bot is told, and who answers. */
  record Telegram(Starts starts, ChatUpdates chats, Replies replies) {}

  @Override
  public void handle(List<Inbound> batch) {
    for (Inbound inbound : inbox.admit(GROUP, batch)) {
      VerifiedWebhook callback = WebhookCodec.fromRecord(inbound.message());
      if (callback.provider().equals(TELEGRAM)) {
        TelegramUpdate update = TelegramUpdates.read(callback.body());
        take(update, callback, inbound.traceparent());
        String kind = update.getClass().getSimpleName();
        AfterCommit.run(() -> count(kind));
      } else if (callback.provider().equals(TWILIO)) {
        TwilioReceipt.read(callback.body()).ifPresent(this::take);
      } else {
        mail.take(callback, clock.instant());
      }
    }
    AfterCommit.run(wakeup::signal);
  }

  private void take(TelegramUpdate update, VerifiedWebhook callback, String traceparent) {
    if (update instanceof Started start) {
      telegram
          .starts()
          .started(start, traceparent, clock.instant())
          .ifPresent(answer ->
              AfterCommit.run(
                  () -> telegram.replies().send(start.userId(), answer, start.language())));
    } else {
      telegram.chats().take(update, callback, clock.instant());
    }
  }

  private void take(TwilioReceipt receipt) {
    receipts.told(receipt.messageSid(), receipt.status(), receipt.errorCode(), clock.instant());
    String status = receipt.status().wireName();
    AfterCommit.run(() -> NotifierMetric.SMS_RECEIPTS.count(meters, status));
  }

  private void count(String kind) {
    NotifierMetric.UPDATES_TAKEN_IN.count(meters, kind);
  }
}
