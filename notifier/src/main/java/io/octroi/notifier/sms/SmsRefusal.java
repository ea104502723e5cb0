package io.octroi.notifier.sms;

import java.util.Set;

/**
 * What a refusal of Twilio's means and which code it is reported under.
 *
 * @param code such as {@code sms_21610}
 */
record SmsRefusal(Meaning meaning, String code) {
  /** No such number, not one for text messages, or its owner does not want any (STOP: 21610). */
  private static final Set<Integer> RECIPIENT =
      Set.of(21211, 21214, 21217, 21610, 21612, 21614, 21635, 30003, 30004, 30005, 30006, 30007);

  /** Credentials, sender, trial account, country not enabled, messaging service. */
  private static final Set<Integer> ACCOUNT =
      Set.of(
          10001, 20003, 20005, 20404, 21408, 21603, 21606, 21608, 21659, 21660, 21701, 21703, 21704,
          21705);

  private static final Set<Integer> TOO_MANY = Set.of(14107, 20429, 21611);

  /** What is to be done about it. */
  enum Meaning {
    /** Nothing will reach this number. */
    RECIPIENT,
    /** The account is set up wrongly; everything waits until that is mended. */
    ACCOUNT,
    /** Too much at once. */
    TOO_MANY,
    /** Twilio is out of order. */
    OUT_OF_ORDER,
    /** A code nobody here knows; it may pass. */
    UNKNOWN
  }

  /**
   * @param status HTTP status
   * @param code Twilio's own; 0 where there was none
   */
  static SmsRefusal of(int status, int code) {
    String name = "sms_" + (code == 0 ? status : code);
    return new SmsRefusal(meaning(status, code), name);
  }

  private static Meaning meaning(int status, int code) {
    if (RECIPIENT.contains(code)) {
      return Meaning.RECIPIENT;
    }
    if (TOO_MANY.contains(code) || status == 429) {
      return Meaning.TOO_MANY;
    }
    if (ACCOUNT.contains(code) || status == 401 || status == 403 || status == 404) {
      return Meaning.ACCOUNT;
    }
    return status >= 500 ? Meaning.OUT_OF_ORDER : Meaning.UNKNOWN;
  }
}
