package io.octroi.notifier.delivery;

import static io.octroi.notifier.notification.NotificationKind.ACCESS_ENDED;
import static io.octroi.notifier.notification.NotificationKind.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RoutingPropertiesTest {
  @Test
  void by_default_the_mail_stands_in_for_telegram_and_nothing_else_is_sent() {
    RoutingProperties routing = bind(Map.of());

    assertThat(routing.besides(REMINDER, "signaux-monthly")).isEmpty();
    assertThat(routing.after(Medium.TELEGRAM, REMINDER)).containsExactly(Medium.EMAIL);
    assertThat(routing.after(Medium.EMAIL, REMINDER)).isEmpty();
    assertThat(routing.after(Medium.SMS, REMINDER)).isEmpty();
    assertThat(routing.uses(Medium.SMS)).isFalse();
  }

  @Test
  void a_plan_and_a_kind_may_have_their_own() {
    RoutingProperties routing =
        bind(
            Map.of(
                "octroi.notifier.channels.besides.reminder", "telegram",
                "octroi.notifier.channels.plans.vip.access-ended", "sms,telegram",
                "octroi.notifier.channels.fallback.reminder", "email,sms",
                "octroi.notifier.channels.fallback-otherwise", "sms,email"));

    assertThat(routing.besides(REMINDER, "other")).containsExactly(Medium.TELEGRAM);
    assertThat(routing.besides(ACCESS_ENDED, "vip")).containsExactly(Medium.SMS, Medium.TELEGRAM);
    assertThat(routing.besides(REMINDER, "vip")).isEmpty();
    assertThat(routing.after(Medium.EMAIL, REMINDER)).containsExactly(Medium.SMS);
    assertThat(routing.after(Medium.TELEGRAM, REMINDER)).isEmpty();
    assertThat(routing.after(Medium.SMS, ACCESS_ENDED)).containsExactly(Medium.EMAIL);
    assertThat(routing.uses(Medium.SMS)).isTrue();
  }

  private static RoutingProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("octroi.notifier.channels", RoutingProperties.class);
  }
}
