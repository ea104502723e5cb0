package io.octroi.gateway.scheme;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
  @ParameterizedTest
  @ValueSource(strings = {"evt_1", "événement", "客戶", "😀", "\uFFFD", "a\uFFFDb"})
  void reads_text_of_any_script(String id) {
    assertThat(read(("{\"id\":\"" + id + "\"}").getBytes(UTF_8)).identifier("id")).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff", // never in UTF-8
        "\u00c3(", // cut short
        "\u0080", // a continuation of nothing
        "\u00c0\u0080", // NUL, overlong
        "\u00ed\u00a0\u0080", // half a surrogate pair
        "\u00f4\u0090\u0080\u0080", // beyond Unicode
        "\u00ef\u00bf\u00bd\u00ff", // a replacement character that was sent, then one that was not
      })
  void refuses_what_is_no_utf_8(String bytes) {
    byte[] body = ("{\"id\":\"" + bytes + "\"}").getBytes(ISO_8859_1);

    assertThat(JsonBody.parse(body)).isEqualTo(Attempt.failed(RejectionReason.MALFORMED_BODY));
    assertThat(JsonBody.parseLeniently(body).lacks("id")).isTrue();
  }

  @Test
  void refuses_an_object_that_says_a_thing_twice() {
    assertThat(JsonBody.parse("{\"a\":{\"id\":1,\"id\":2}}".getBytes(UTF_8)))
        .isEqualTo(Attempt.failed(RejectionReason.MALFORMED_BODY));
  }

  private static JsonBody read(byte[] body) {
    return switch (JsonBody.parse(body)) {
      case Attempt.Passed<JsonBody>(JsonBody json) -> json;
      case Attempt.Failed<JsonBody> failed -> throw new AssertionError(failed);
    };
  }
}
