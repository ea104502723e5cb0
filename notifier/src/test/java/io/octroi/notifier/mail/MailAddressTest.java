package io.octroi.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "a@example.com, a@example.com",
    "first.last+tag@mail.example.co, first.last+tag@mail.example.co",
    "o'brien@example.com, o'brien@example.com",
    "a@bücher.example, a@xn--bcher-kva.example",
    "root@localhost, root@localhost"
  })
  void addresses_are_taken(String text, String expected) {
    assertThat(MailAddress.parse(text).map(MailAddress::asText)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@example.com",
        "example.com",
        "a@example.com\r\nBcc: b@example.com",
        "a\n@example.com",
        "a@example.com\n",
        "a@exam\rple.com",
        "a@example.com,b@example.com",
        "a@example.com b@example.com",
        "a b@example.com",
        "<a@example.com>",
        "A <a@example.com>",
        "\"a\"@example.com",
        ".a@example.com",
        "a..b@example.com",
        "a@-example.com",
        "a@example..com",
        "a@[127.0.0.1]",
        "aïcha@example.com",
        "a\u0000@example.com",
        "a@exa\u2028mple.com"
      })
  void what_could_mean_something_else_is_refused(String text) {
    assertThat(MailAddress.parse(text)).isEmpty();
  }

  @Test
  void lengths_are_bounded() {
    assertThat(MailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
    assertThat(MailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(MailAddress.parse("a@" + "b.".repeat(130) + "com")).isEmpty();
  }

  @Test
  void an_address_is_not_shown_by_accident() {
    assertThat(new MailAddress("a", "example.com").toString()).doesNotContain("example");
  }
}
