package io.octroi.notifier.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.sms.SmsRefusal.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsRefusalTest {
  @ParameterizedTest
  @CsvSource({
    "400, 21211, RECIPIENT",
    "400, 21610, RECIPIENT",
    "400, 21614, RECIPIENT",
    "400, 21608, ACCOUNT",
    "400, 21606, ACCOUNT",
    "401, 20003, ACCOUNT",
    "404, 20404, ACCOUNT",
    "403, 0, ACCOUNT",
    "429, 20429, TOO_MANY",
    "429, 0, TOO_MANY",
    "400, 21611, TOO_MANY",
    "500, 20500, OUT_OF_ORDER",
    "502, 0, OUT_OF_ORDER",
    "400, 99999, UNKNOWN",
    "302, 0, UNKNOWN"
  })
  void a_code_says_what_is_to_be_done(int status, int code, Meaning meaning) {
    assertThat(SmsRefusal.of(status, code).meaning()).isEqualTo(meaning);
  }

  @Test
  void it_is_reported_under_twilios_code_or_else_the_status() {
    assertThat(SmsRefusal.of(400, 21211).code()).isEqualTo("sms_21211");
    assertThat(SmsRefusal.of(502, 0).code()).isEqualTo("sms_502");
  }
}
