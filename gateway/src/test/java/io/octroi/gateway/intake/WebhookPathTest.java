package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WebhookPathTest {

  @ParameterizedTest
  @CsvSource({
    "/stripe, stripe, '', /webhooks/{endpoint}",
    "/unsubscribe/a.b=, unsubscribe, a.b=, /webhooks/{endpoint}/{reference}",
  })
  void a_path_names_an_endpoint_and_perhaps_a_reference(
      String path, String endpoint, String reference, String route) {
    assertThat(read(path)).isEqualTo(new WebhookPath(endpoint, reference, route));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "/", "//", "//stripe", "/stripe/", "/stripe/a/", "/stripe/a/b"})
  void any_other_path_names_nothing_and_none_of_it_is_told(@Nullable String path) {
    assertThat(read(path)).isEqualTo(new WebhookPath("", "", "/webhooks/*"));
  }

  private static WebhookPath read(@Nullable String path) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setPathInfo(path);
    return WebhookPath.of(request);
  }
}
