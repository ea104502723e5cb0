package io.octroi.notifier.membership;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.telegram.TelegramAnswer;
import io.octroi.notifier.telegram.TelegramOutcomes;
import io.octroi.runtime.log.LogKeys;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a chat's refusal means for a delivery and for the chat. */
final class ChatRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(ChatRefusals.class);

  private final Chats chats;
  private final ChatStops stops;
  private final MembershipFindings findings;

  ChatRefusals(Chats chats, ChatStops stops, MembershipFindings findings) {
    this.chats = chats;
    this.stops = stops;
    this.findings = findings;
  }

  /** What becomes of a delivery to a chat in which the bot may not act; nobody is called. */
  Optional<DeliveryOutcome> stopped(Assignment assignment, long chatId) {
    return stops
        .codeOf(chatId, assignment.now())
        .map(code -> DeliveryOutcome.RetryLater.unavailable("chat_stopped"));
  }

  /** The chat did what it was asked. */
  void works(long chatId) {
    stops.works(chatId);
  }

  DeliveryOutcome outcome(TelegramAnswer.Rejected rejected, long chatId, Assignment assignment) {
    String code = rejected.refusal().code();
    switch (rejected.refusal().meaning()) {
      case NOT_PERMITTED -> stops.stop(chatId, code, assignment.now());
      case CHAT_OWNER, MEMBER_ADMINISTRATES ->
          findings.notRemovable(chatId, assignment.notification().subject().customerId(), code);
      case BOT_MISCONFIGURED -> findings.botMisconfigured(code);
      case CHAT_MIGRATED ->
          rejected
              .migratedTo()
              .ifPresent(newId -> {
                chats.moved(chatId, newId, assignment.now());
                LOG.atWarn()
                    .addKeyValue(LogKeys.CHAT, chatId)
                    .log("a chat has a new id, which is used from now on; configure it");
              });
      case ALREADY_DONE,
          RECIPIENT_GONE,
          RECIPIENT_UNREACHABLE,
          TOO_MANY_REQUESTS,
          OUT_OF_ORDER,
          UNKNOWN -> {}
    }
    return TelegramOutcomes.of(rejected);
  }
}
