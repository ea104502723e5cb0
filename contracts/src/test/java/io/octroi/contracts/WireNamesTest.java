package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired.Reason;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireNamesTest {
  private final Locale localeBefore = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(localeBefore);
  }

  @Test
  void the_names_on_the_wire_stay_what_they_are() {
    assertThat(PaymentStatus.values())
        .extracting(PaymentStatus::wireName)
        .containsExactly(
            "pending", "succeeded", "failed", "partially_refunded", "refunded", "disputed", "lost");
    assertThat(AgreementStatus.values())
        .extracting(AgreementStatus::wireName)
        .containsExactly("active", "past_due", "cancel_scheduled", "suspended", "canceled");
    assertThat(SubscriptionStatus.values())
        .extracting(SubscriptionStatus::wireName)
        .containsExactly("active", "expired");
    assertThat(Trust.values())
        .extracting(Trust::wireName)
        .containsExactly("signed", "fetched", "weak", "hint");
    assertThat(Reason.values())
        .extracting(Reason::wireName)
        .containsExactly("period_over", "payment_reversed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "tr-TR", "ar-SA"})
  void a_name_leads_back_to_its_value_in_any_locale(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));

    assertThat(Arrays.stream(PaymentStatus.values()))
        .allMatch(status -> PaymentStatus.ofWireName(status.wireName()) == status);
    assertThat(Arrays.stream(AgreementStatus.values()))
        .allMatch(status -> AgreementStatus.ofWireName(status.wireName()) == status);
    assertThat(Arrays.stream(SubscriptionStatus.values()))
        .allMatch(status -> SubscriptionStatus.ofWireName(status.wireName()) == status);
    assertThat(Arrays.stream(Trust.values()))
        .allMatch(trust -> Trust.ofWireName(trust.wireName()) == trust);
    assertThat(Arrays.stream(Origin.values()))
        .allMatch(origin -> Origin.ofWireName(origin.wireName()) == origin);
  }

  @Test
  void an_unknown_name_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentStatus.ofWireName("stolen"));
    assertThatIllegalArgumentException().isThrownBy(() -> AgreementStatus.ofWireName(""));
    assertThatIllegalArgumentException().isThrownBy(() -> SubscriptionStatus.ofWireName("paused"));
    assertThatIllegalArgumentException().isThrownBy(() -> Trust.ofWireName("proven"));
  }
}
