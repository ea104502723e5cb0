package io.octroi.operations.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.operations.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a management port shows whose settings ask for every value to be shown. */
class SecretsShownIT extends RunningService {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/env",
        "/actuator/env/octroi.operations.token",
        "/actuator/configprops",
        "/actuator/configprops/octroi.operations"
      })
  void no_endpoint_shows_a_secret(String path) throws Exception {
    var shown = get(path);

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("******").doesNotContain(TOKEN);
  }

  @Test
  void nor_does_one_show_a_short_one() throws Exception {
    assertThat(get("/actuator/env/spring.datasource.password").body())
        .contains("******")
        .doesNotContain("\"test\"");
  }

  @Test
  void what_is_no_secret_is_shown() throws Exception {
    assertThat(get("/actuator/env/spring.application.name").body()).contains("operations-test");
  }
}
