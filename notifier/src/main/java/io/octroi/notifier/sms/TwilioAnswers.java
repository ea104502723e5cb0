package io.octroi.notifier.sms;

import io.octroi.contracts.PhoneNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Twilio's answers; anything at all may come, and none of it is an exception. */
final class TwilioAnswers {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SID = "(SM|MM)[0-9a-fA-F]{32}";
  private static final long LONGEST_RETRY_AFTER_SECONDS = Duration.ofDays(1).toSeconds();

  /** Messages that did not arrive are no reason not to send one. */
  private static final Set<String> CAME_TO_NOTHING = Set.of("failed", "undelivered", "canceled");

  private TwilioAnswers() {}

  /** What a request to send came to. */
  static TwilioAnswer created(int status, @Nullable String retryAfter, byte @Nullable [] body) {
    JsonNode answer = json(body);
    if (status >= 300) {
      return rejected(status, retryAfter, answer);
    }
    String sid = answer.path("sid").asString("");
    return sid.matches(SID)
        ? new TwilioAnswer.Accepted(sid)
        : new TwilioAnswer.Lost("sms_answer_unreadable");
  }

  /**
   * Whether the messages of a list hold one.
   *
   * @param since when it can have been sent at the earliest
   */
  static TwilioAnswer found(
      int status,
      @Nullable String retryAfter,
      byte @Nullable [] body,
      PhoneNumber to,
      String text,
      Instant since) {
    JsonNode answer = json(body);
    if (status >= 300) {
      return rejected(status, retryAfter, answer);
    }
    if (!answer.path("messages").isArray()) {
      return new TwilioAnswer.Lost("sms_answer_unreadable");
    }
    for (JsonNode message : answer.path("messages").values()) {
      if (message.path("to").asString("").equals(to.e164())
          && message.path("body").asString("").equals(text)
          && message.path("sid").asString("").matches(SID)
          && !CAME_TO_NOTHING.contains(message.path("status").asString(""))
          && !createdAt(message).isBefore(since)) {
        return new TwilioAnswer.Accepted(message.path("sid").asString(""));
      }
    }
    return new TwilioAnswer.Unknown();
  }

  private static TwilioAnswer rejected(int status, @Nullable String retryAfter, JsonNode answer) {
    boolean inSeconds = retryAfter != null && retryAfter.matches("[0-9]{1,9}");
    long seconds = inSeconds ? Long.parseLong(retryAfter) : 0;
    return new TwilioAnswer.Rejected(
        SmsRefusal.of(status, answer.path("code").asInt(0)),
        Duration.ofSeconds(Math.min(seconds, LONGEST_RETRY_AFTER_SECONDS)));
  }

  /** RFC 2822; a time that cannot be read is no proof of anything. */
  private static Instant createdAt(JsonNode message) {
    try {
      return ZonedDateTime.parse(
              message.path("date_created").asString(""), DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant();
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }

  private static JsonNode json(byte @Nullable [] body) {
    try {
      return body == null ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
