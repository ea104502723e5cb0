package io.octroi.notifier.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.notifier.telegram.TelegramRefusal.Meaning;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TelegramRefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          403 | Forbidden: bot was blocked by the user | RECIPIENT_UNREACHABLE | blocked
          403 | Forbidden: user is deactivated | RECIPIENT_GONE | deactivated
          403 | Forbidden: bot can't initiate conversation with a user | RECIPIENT_UNREACHABLE | cannot_initiate
          403 | Forbidden: bot is not a member of the channel chat | NOT_PERMITTED | not_member_of_chat
          403 | Forbidden: bot was kicked from the channel chat | NOT_PERMITTED | kicked_from_chat
          403 | Forbidden: bot was kicked from the supergroup chat | NOT_PERMITTED | kicked_from_chat
          400 | Bad Request: chat not found | NOT_PERMITTED | chat_not_found
          400 | Bad Request: user not found | RECIPIENT_GONE | user_not_found
          400 | Bad Request: PARTICIPANT_ID_INVALID | ALREADY_DONE | participant_id_invalid
          400 | Bad Request: CHAT_ADMIN_REQUIRED | NOT_PERMITTED | chat_admin_required
          400 | Bad Request: not enough rights to restrict/unrestrict chat member | NOT_PERMITTED | not_enough_rights
          400 | Bad Request: need administrator rights in the channel chat | NOT_PERMITTED | administrator_rights_needed
          400 | Bad Request: user is an administrator of the chat | MEMBER_ADMINISTRATES | user_is_administrator
          400 | Bad Request: can't remove chat owner | CHAT_OWNER | chat_owner
          400 | Bad Request: USER_ALREADY_PARTICIPANT | ALREADY_DONE | already_participant
          400 | Bad Request: HIDE_REQUESTER_MISSING | ALREADY_DONE | join_request_missing
          400 | Bad Request: INVITE_HASH_EXPIRED | ALREADY_DONE | invite_link_expired
          400 | Bad Request: group chat was upgraded to a supergroup chat | CHAT_MIGRATED | chat_migrated
          401 | Unauthorized | BOT_MISCONFIGURED | unauthorized
          404 | Not Found: method not found | BOT_MISCONFIGURED | method_not_found
          409 | Conflict: can't use getUpdates method while webhook is active | BOT_MISCONFIGURED | conflict
          429 | Too Many Requests: retry after 14 | TOO_MANY_REQUESTS | too_many_requests
          500 | Internal Server Error | OUT_OF_ORDER | telegram_500
          502 | Bad Gateway | OUT_OF_ORDER | telegram_502
          400 | Bad Request: words of next year | UNKNOWN | telegram_400
          403 | Forbidden: words of next year | UNKNOWN | telegram_403
          """)
  void every_refusal_that_telegram_documents_has_a_meaning(
      int errorCode, String description, Meaning meaning, String code) {
    assertThat(TelegramRefusal.of(errorCode, description))
        .isEqualTo(new TelegramRefusal(meaning, code));
  }

  @ParameterizedTest
  @EnumSource(names = {"RECIPIENT_GONE", "RECIPIENT_UNREACHABLE", "NOT_PERMITTED"})
  void what_only_a_person_can_mend_stops_at_once(Meaning meaning) {
    assertThat(TelegramOutcomes.of(rejected(meaning, Duration.ZERO))).isEqualTo(new Refused("c"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BOT_MISCONFIGURED", "OUT_OF_ORDER", "CHAT_MIGRATED"})
  void what_concerns_every_delivery_waits_without_counting(Meaning meaning) {
    assertThat(TelegramOutcomes.of(rejected(meaning, Duration.ZERO)))
        .isEqualTo(RetryLater.unavailable("c"));
  }

  @Test
  void the_other_meanings_have_their_outcome() {
    assertThat(TelegramOutcomes.of(rejected(Meaning.ALREADY_DONE, Duration.ZERO)))
        .isInstanceOf(Sent.class);
    assertThat(TelegramOutcomes.of(rejected(Meaning.CHAT_OWNER, Duration.ZERO)))
        .isEqualTo(new Dropped("c"));
    assertThat(TelegramOutcomes.of(rejected(Meaning.UNKNOWN, Duration.ZERO)))
        .isEqualTo(RetryLater.refusedForNow("c"));
    assertThat(TelegramOutcomes.of(rejected(Meaning.TOO_MANY_REQUESTS, Duration.ofSeconds(3))))
        .isEqualTo(RetryLater.busy(Duration.ofSeconds(3), "c"));
  }

  private static TelegramAnswer.Rejected rejected(Meaning meaning, Duration retryAfter) {
    return new TelegramAnswer.Rejected(
        new TelegramRefusal(meaning, "c"), retryAfter, OptionalLong.empty());
  }
}
