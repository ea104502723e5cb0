package io.octroi.notifier.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.sms.SmsStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioReceiptTest {
  private static final String SID = "SM00000000000000000000000000000043";

  @Test
  void a_status_is_read_with_its_code() {
    assertThat(
            TwilioReceipt.read(
                ("MessageStatus=undelivered&ErrorCode=30003&To=%2B221770000042&MessageSid=" + SID)
                    .getBytes(UTF_8)))
        .hasValue(new TwilioReceipt(SID, SmsStatus.UNDELIVERED, "30003"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=&=&",
        "MessageStatus=delivered",
        "MessageSid=x&MessageStatus=delivered",
        "MessageSid=SM00000000000000000000000000000043&MessageStatus=teleported",
        "MessageSid=SM00000000000000000000000000000043&SmsStatus=received&Body=STOP",
        "MessageSid=SM00000000000000000000000000000043&MessageStatus=%zz",
        "{\"MessageSid\":\"SM00000000000000000000000000000043\"}"
      })
  void anything_else_is_nothing(String body) {
    assertThat(TwilioReceipt.read(body.getBytes(UTF_8))).isEmpty();
  }
}
