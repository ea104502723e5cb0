package io.octroi.notifier.telegram;

import java.util.Locale;

/** What a refusal means and which code it is reported under. */
public record TelegramRefusal(Meaning meaning, String code) {

  /** What is to be done about a refusal. */
  public enum Meaning {
    /** What was asked for is so already. */
    ALREADY_DONE,
    /** The account is gone, and with it its membership. */
    RECIPIENT_GONE,
    /** The person does not want the bot's messages. */
    RECIPIENT_UNREACHABLE,
    /** The person owns the chat and stays. */
    CHAT_OWNER,
    /** The person administers the chat and stays until its owner changes that. */
    MEMBER_ADMINISTRATES,
    /** The bot may not do it in this chat: a person must change that. */
    NOT_PERMITTED,
    /** The bot itself is set up wrongly; everything waits until that is mended. */
    BOT_MISCONFIGURED,
    /** The chat has a new id. */
    CHAT_MIGRATED,
    /** Too much at once. */
    TOO_MANY_REQUESTS,
    /** Telegram is out of order. */
    OUT_OF_ORDER,
    /** Words nobody here knows; they may pass. */
    UNKNOWN
  }

  /** Whether nothing the bot writes will reach the person, until they start it again. */
  public boolean losesRecipient() {
    return meaning == Meaning.RECIPIENT_GONE || meaning == Meaning.RECIPIENT_UNREACHABLE;
  }

  /** Classifies by status and by what the description contains, as Telegram words it freely. */
  public static TelegramRefusal of(int errorCode, String description) {
    String words = description.toLowerCase(Locale.ROOT);
    for (KnownRefusal known : KnownRefusal.values()) {
      if (known.matches(errorCode, words)) {
        return new TelegramRefusal(known.meaning, known.name().toLowerCase(Locale.ROOT));
      }
    }
    return errorCode >= 500
        ? new TelegramRefusal(Meaning.OUT_OF_ORDER, "telegram_" + errorCode)
        : new TelegramRefusal(Meaning.UNKNOWN, "telegram_" + errorCode);
  }

  private enum KnownRefusal {
    BLOCKED(403, "bot was blocked by the user", Meaning.RECIPIENT_UNREACHABLE),
    DEACTIVATED(403, "user is deactivated", Meaning.RECIPIENT_GONE),
    CANNOT_INITIATE(403, "bot can't initiate conversation", Meaning.RECIPIENT_UNREACHABLE),
    NOT_MEMBER_OF_CHAT(403, "bot is not a member of", Meaning.NOT_PERMITTED),
    KICKED_FROM_CHAT(403, "bot was kicked from", Meaning.NOT_PERMITTED),
    CHAT_NOT_FOUND(400, "chat not found", Meaning.NOT_PERMITTED),
    USER_NOT_FOUND(400, "user not found", Meaning.RECIPIENT_GONE),
    PARTICIPANT_ID_INVALID(400, "participant_id_invalid", Meaning.ALREADY_DONE),
    CHAT_ADMIN_REQUIRED(400, "chat_admin_required", Meaning.NOT_PERMITTED),
    NOT_ENOUGH_RIGHTS(400, "not enough rights", Meaning.NOT_PERMITTED),
    ADMINISTRATOR_RIGHTS_NEEDED(400, "need administrator rights", Meaning.NOT_PERMITTED),
    USER_IS_ADMINISTRATOR(
        400, "user is an administrator of the chat", Meaning.MEMBER_ADMINISTRATES),
    CHAT_OWNER(400, "can't remove chat owner", Meaning.CHAT_OWNER),
    ALREADY_PARTICIPANT(400, "user_already_participant", Meaning.ALREADY_DONE),
    JOIN_REQUEST_MISSING(400, "hide_requester_missing", Meaning.ALREADY_DONE),
    INVITE_LINK_EXPIRED(400, "invite_hash_expired", Meaning.ALREADY_DONE),
    INVITE_LINK_INVALID(400, "invite_hash_invalid", Meaning.ALREADY_DONE),
    CHAT_MIGRATED(400, "group chat was upgraded to a supergroup", Meaning.CHAT_MIGRATED),
    UNAUTHORIZED(401, "", Meaning.BOT_MISCONFIGURED),
    METHOD_NOT_FOUND(404, "", Meaning.BOT_MISCONFIGURED),
    CONFLICT(409, "", Meaning.BOT_MISCONFIGURED),
    TOO_MANY_REQUESTS(429, "", Meaning.TOO_MANY_REQUESTS);

    private final int errorCode;
    private final String words;
    private final Meaning meaning;

    KnownRefusal(int errorCode, String words, Meaning meaning) {
      this.errorCode = errorCode;
      this.words = words;
      this.meaning = meaning;
    }

    boolean matches(int code, String lowerCaseDescription) {
      return code == errorCode && lowerCaseDescription.contains(words);
    }
  }
}
