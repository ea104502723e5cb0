package io.octroi.notifier.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {
  @ParameterizedTest
  @CsvSource({
    "member@example.com, m***@e***.com",
    "a@b.c.example.org, a***@b***.org",
    "a@localhost, a***@l***",
    "nonsense, ***",
    "@x, ***",
    "a@, a***@***"
  })
  void a_mail_address_is_recognisable_and_not_readable(String address, String masked) {
    assertThat(Masks.email(address)).isEqualTo(masked);
  }

  @Test
  void an_account_shows_its_last_digits() {
    assertThat(Masks.telegramUserId(700000042L)).isEqualTo("***042");
    assertThat(Masks.phone("+221770000042")).isEqualTo("***042");
    assertThat(Masks.phone("77 000 00 42")).isEqualTo("***");
  }

  @Test
  void what_is_unknown_is_empty() {
    assertThat(Masks.email(null)).isEmpty();
    assertThat(Masks.telegramUserId(null)).isEmpty();
    assertThat(Masks.phone(null)).isEmpty();
  }
}
