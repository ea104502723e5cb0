package io.octroi.notifier.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TelegramPropertiesTest {
  @Test
  void telegram_is_off_by_default() {
    TelegramProperties defaults = bind(Map.of());

    assertThat(defaults.token()).isEmpty();
    assertThat(defaults.chats()).isEmpty();
    assertThat(defaults.messages()).isFalse();
    assertThat(defaults.baseUrl()).isEqualTo(URI.create("https://api.telegram.org"));
    assertThat(defaults.linkValidity()).isEqualTo(Duration.ofDays(7));
    assertThat(defaults.slowestDelivery()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void chats_are_read_by_family() {
    TelegramProperties properties =
        bind(
            Map.of(
                "octroi.notifier.telegram.token", "1:a",
                "octroi.notifier.telegram.bot-username", "octroi_bot",
                "octroi.notifier.telegram.plan-chats.signaux-pro[0]", "-1001234567892",
                "octroi.notifier.telegram.chats.signaux[0]", "-1001234567890",
                "octroi.notifier.telegram.chats.signaux[1]", "-1001234567891"));

    assertThat(properties.chats())
        .isEqualTo(Map.of("signaux", List.of(-1001234567890L, -1001234567891L)));
    assertThat(properties.opened().of("signaux", "signaux-monthly"))
        .containsExactly(-1001234567890L, -1001234567891L);
    assertThat(properties.opened().of("signaux", "signaux-pro")).containsExactly(-1001234567892L);
    assertThat(properties.opened().leftWith("signaux", "signaux-pro"))
        .containsExactly(-1001234567892L, -1001234567890L, -1001234567891L);
  }

  @Test
  void chats_without_the_bots_name_are_refused() {
    assertThatThrownBy(() ->
            bind(
                Map.of(
                    "octroi.notifier.telegram.token", "1:a",
                    "octroi.notifier.telegram.chats.signaux[0]", "-100")))
        .rootCause()
        .hasMessageContaining("octroi.notifier.telegram.bot-username is missing");
  }

  @Test
  void chats_without_a_token_are_refused() {
    TelegramProperties properties =
        bind(
            Map.of(
                "octroi.notifier.telegram.bot-username", "octroi_bot",
                "octroi.notifier.telegram.chats.signaux[0]", "-100"));

    properties.requireUsable("1:a");
    assertThatThrownBy(() -> properties.requireUsable(""))
        .hasMessageContaining("octroi.notifier.telegram.token is missing");
  }

  @Test
  void what_is_no_part_of_a_path_is_no_token() {
    assertThatThrownBy(() -> bind(Map.of()).requireUsable("1:a/../2:b"))
        .hasMessageContaining("octroi.notifier.telegram.token")
        .hasMessageNotContaining("2:b");
  }

  @Test
  void the_token_is_not_shown() {
    assertThat(bind(Map.of("octroi.notifier.telegram.token", "1:secret")).toString())
        .doesNotContain("secret");
  }

  private static TelegramProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("octroi.notifier.telegram", TelegramProperties.class);
  }
}
