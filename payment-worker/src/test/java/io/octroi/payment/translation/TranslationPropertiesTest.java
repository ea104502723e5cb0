package io.octroi.payment.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TranslationPropertiesTest {

  @Test
  void everything_has_a_default() {
    // When
    TranslationProperties settings = bind(Map.of());

    // Then
    assertThat(settings.customerMetadataKeys()).containsExactly("customer_id", "user_id");
    assertThat(settings.planMetadataKeys()).containsExactly("plan_code", "plan");
    assertThat(settings.languageMetadataKeys()).containsExactly("language", "locale");
    assertThat(settings.telegramMetadataKeys()).containsExactly("telegram_user_id");
    assertThat(settings.phones().metadataKeys()).containsExactly("phone");
    assertThat(settings.phones().country()).isNull();
    assertThat(settings.plansByReference()).isEmpty();
    assertThat(settings.plainReferenceIsCustomer()).isFalse();
    assertThat(settings.acceptTestMode()).isTrue();
    assertThat(settings.maxBodyBytes()).isEqualTo(1_048_576);
  }

  @Test
  void everything_can_be_set() {
    // When
    TranslationProperties settings =
        bind(
            Map.of(
                "octroi.payment.plain-reference-is-customer", "true",
                "octroi.payment.customer-metadata-keys", "member",
                "octroi.payment.plan-metadata-keys", "offer,product",
                "octroi.payment.language-metadata-keys", "lang",
                "octroi.payment.telegram-metadata-keys", "tg",
                "octroi.payment.plans-by-reference[price_1AbC]", "signaux-monthly",
                "octroi.payment.accept-test-mode", "false",
                "octroi.payment.max-body-bytes", "2048"));

    // Then
    assertThat(settings.customerMetadataKeys()).containsExactly("member");
    assertThat(settings.planMetadataKeys()).containsExactly("offer", "product");
    assertThat(settings.languageMetadataKeys()).containsExactly("lang");
    assertThat(settings.telegramMetadataKeys()).containsExactly("tg");
    assertThat(settings.plansByReference()).containsEntry("price_1AbC", "signaux-monthly");
    assertThat(settings.plainReferenceIsCustomer()).isTrue();
    assertThat(settings.acceptTestMode()).isFalse();
    assertThat(settings.maxBodyBytes()).isEqualTo(2048);
  }

  @Test
  void the_country_of_national_numbers_can_be_set() {
    // When
    PhoneProperties phones =
        bind(Map.of(
                "octroi.payment.phones.metadata-keys", "mobile",
                "octroi.payment.phones.country.calling-code", "33",
                "octroi.payment.phones.country.national-digits", "9",
                "octroi.payment.phones.country.trunk-prefix", "0"))
            .phones();

    // Then
    assertThat(phones.metadataKeys()).containsExactly("mobile");
    assertThat(phones.country()).isEqualTo(new PhoneProperties.Country("33", 9, "0"));
  }

  private static TranslationProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("octroi.payment", TranslationProperties.class);
  }
}
