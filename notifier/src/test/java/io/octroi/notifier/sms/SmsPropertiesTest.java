package io.octroi.notifier.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SmsPropertiesTest {
  private static final String ACCOUNT = "AC00000000000000000000000000000001";

  @Test
  void without_an_account_nothing_is_sent() {
    SmsProperties settings = bind(Map.of());

    assertThat(settings.isConfigured()).isFalse();
    assertThat(settings.baseUrl()).hasToString("https://api.twilio.com");
    assertThat(settings.statusCallback()).isEmpty();
    assertThat(settings.maxSegments()).isEqualTo(2);
    assertThat(settings.transliterate()).isTrue();
    assertThat(settings.slowestDelivery()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void an_account_needs_a_sender() {
    assertThatThrownBy(() -> bind(Map.of("octroi.notifier.sms.account-sid", ACCOUNT)))
        .hasRootCauseMessage("octroi.notifier.sms.account-sid needs from beside it");
  }

  @Test
  void the_secret_is_not_shown_and_a_service_is_told_from_a_number() {
    SmsProperties settings =
        bind(
            Map.of(
                "octroi.notifier.sms.account-sid", ACCOUNT,
                "octroi.notifier.sms.auth-token", "hush",
                "octroi.notifier.sms.from", "MG00000000000000000000000000000001"));

    assertThat(settings.isConfigured()).isTrue();
    assertThat(settings.isMessagingService()).isTrue();
    assertThat(settings.toString()).doesNotContain("hush");
  }

  private static SmsProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("octroi.notifier.sms", SmsProperties.class);
  }
}
