package io.octroi.notifier.telegram;

import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;

/** What a call that Telegram did not accept means for a delivery. */
public final class TelegramOutcomes {
  private TelegramOutcomes() {}

  public static DeliveryOutcome of(TelegramAnswer.Unreachable answer) {
    return RetryLater.unavailable(answer.code());
  }

  public static DeliveryOutcome of(TelegramAnswer.Rejected answer) {
    String code = answer.refusal().code();
    return switch (answer.refusal().meaning()) {
      case ALREADY_DONE -> Sent.as("");
      case CHAT_OWNER -> new Dropped(code);
      case RECIPIENT_GONE, RECIPIENT_UNREACHABLE, NOT_PERMITTED, MEMBER_ADMINISTRATES ->
          new Refused(code);
      case BOT_MISCONFIGURED, CHAT_MIGRATED, OUT_OF_ORDER -> RetryLater.unavailable(code);
      case TOO_MANY_REQUESTS -> RetryLater.busy(answer.retryAfter(), code);
      case UNKNOWN -> RetryLater.refusedForNow(code);
    };
  }
}
