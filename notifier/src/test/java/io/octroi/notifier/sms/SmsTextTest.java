package io.octroi.notifier.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
  @Test
  void french_is_written_in_the_letters_that_networks_have() {
    SmsText text =
        SmsText.of("L’accès « forêt » à 10\u202f000\u00a0XOF, cœur reçu… déjà là", 1, true)
            .orElseThrow();

    assertThat(text.text()).isEqualTo("L'accès \" foret \" à 10 000 XOF, coeur recu... déjà là");
    assertThat(text.segments()).isOne();
  }

  @Test
  void what_networks_have_stays_as_it_is() {
    String all = "é è à ù ì ò Ç ä ö ü ñ € [x] {y} ~";

    assertThat(SmsText.of(all, 1, true)).map(SmsText::text).hasValue(all);
  }

  @ParameterizedTest
  @CsvSource({"160, 1", "161, 2", "306, 2", "307, 3"})
  void a_segment_holds_160_letters_and_153_of_several(int length, int segments) {
    assertThat(SmsText.of("a".repeat(length), 10, true)).map(SmsText::segments).hasValue(segments);
  }

  @ParameterizedTest
  @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
  void of_other_scripts_70_and_67(int length, int segments) {
    assertThat(SmsText.of("ش".repeat(length), 10, true)).map(SmsText::segments).hasValue(segments);
  }

  @Test
  void the_euro_sign_takes_two_places() {
    assertThat(SmsText.of("€".repeat(81), 10, true)).map(SmsText::segments).hasValue(2);
  }

  @Test
  void marks_are_kept_where_that_is_wanted_and_cost_what_they_cost() {
    String text = "ê".repeat(71);

    assertThat(SmsText.of(text, 10, true)).hasValue(new SmsText("e".repeat(71), 1));
    assertThat(SmsText.of(text, 10, false)).hasValue(new SmsText(text, 2));
  }

  @Test
  void a_text_that_costs_too_much_is_none() {
    assertThat(SmsText.of("a".repeat(307), 2, true)).isEmpty();
    assertThat(SmsText.of("a".repeat(306), 2, true)).isPresent();
  }
}
