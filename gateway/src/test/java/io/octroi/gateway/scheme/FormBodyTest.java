package io.octroi.gateway.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
  @Test
  void names_and_values_are_decoded_and_repetitions_kept() {
    assertThat(parse("a=1+2&b=%C3%A9%2B&a=&c&&=d=e"))
        .isEqualTo(
            Attempt.passed(
                new FormBody(
                    List.of(
                        new FormBody.Field("a", "1 2"),
                        new FormBody.Field("b", "é+"),
                        new FormBody.Field("a", ""),
                        new FormBody.Field("c", ""),
                        new FormBody.Field("", "d=e")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%E9", "%C3=1", "a=%C0%AF", "a=%-1"})
  void what_a_decoder_would_have_to_repair_is_refused(String body) {
    assertThat(parse(body)).isEqualTo(Attempt.failed(RejectionReason.UNREADABLE_BODY));
  }

  @Test
  void a_form_has_only_so_many_fields() {
    assertThat(parse("a&".repeat(FormBody.MAX_FIELDS))).isInstanceOf(Attempt.Passed.class);
    assertThat(parse("a&".repeat(FormBody.MAX_FIELDS + 1))).isInstanceOf(Attempt.Failed.class);
  }

  private static Attempt<FormBody> parse(String body) {
    return FormBody.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
