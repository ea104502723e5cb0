package io.octroi.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

  /** The client loads the classes that the settings name; it signs in with its first connection. */
  @Test
  void a_client_can_be_made_that_signs_in_by_its_role() {
    Map<String, Object> settings = new HashMap<>(Authentication.named("iam").settings());
    settings.put("bootstrap.servers", "127.0.0.1:1");

    try (Admin admin = Admin.create(settings)) {
      assertThat(admin).isNotNull();
    }
  }

  @Test
  void an_unknown_way_is_refused() {
    assertThatThrownBy(() -> Authentication.named("scram"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
