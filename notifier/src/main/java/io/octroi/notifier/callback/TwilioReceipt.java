package io.octroi.notifier.callback;

import io.octroi.notifier.sms.SmsStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Twilio says of a message.
 *
 * @param errorCode such as {@code 30003}; empty for none
 */
record TwilioReceipt(String messageSid, SmsStatus status, String errorCode) {
  private static final Pattern SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");
  private static final Pattern CODE = Pattern.compile("[0-9]{1,9}");

  /** Reads the form of a status callback; anything at all may come, and none is an exception. */
  static Optional<TwilioReceipt> read(byte[] body) {
    Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
    String sid = form.getOrDefault("MessageSid", form.getOrDefault("SmsSid", ""));
    String status = form.getOrDefault("MessageStatus", "");
    String code = form.getOrDefault("ErrorCode", "");
    return SID.matcher(sid).matches()
        ? SmsStatus.ofWireName(status)
            .map(known -> new TwilioReceipt(sid, known, CODE.matcher(code).matches() ? code : ""))
        : Optional.empty();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        decoded(field.substring(equals + 1))
            .ifPresent(value -> fields.putIfAbsent(field.substring(0, equals), value));
      }
    }
    return fields;
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
