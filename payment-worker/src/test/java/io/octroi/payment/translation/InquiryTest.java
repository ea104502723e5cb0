package io.octroi.payment.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryTest {

  @ParameterizedTest
  @CsvSource({
    "hyperpay, PAYMENT.debit, payment, 8ac7a4c2aa00000001aa00000000000a",
    "wave, checkout.session.completed, session, cos-1gold7700",
    "flutterwave, charge.completed.v3, transaction, 77001",
    "flutterwave, charge.completed.v4, charge, chg_goldA1",
    "flutterwave, refund.completed, refund, rfd_gold1",
    "paystack, charge.success, transaction, basket-9901",
    "mtn_momo, callback.failed, payment, 6f1c2a9e-5b0d-4c3e-9a77-0d6b8f2e4c11",
    "orange_money, notif, order, basket-1301"
  })
  void what_cannot_be_believed_is_asked_about(
      String provider, String name, String kind, String reference) {
    // When
    Optional<Inquiry> inquiry =
        Providers.translator(provider).inquiry(weak(Providers.sample(provider, name)));

    // Then
    assertThat(inquiry.map(Inquiry::kind)).hasValue(kind);
    assertThat(inquiry.map(Inquiry::reference)).hasValue(reference);
  }

  @Test
  void of_paypal_the_event_itself_is_read_again() {
    // Given
    VerifiedWebhook webhook =
        weak(
            Providers.webhook(
                "paypal",
                "PAYMENT.CAPTURE.COMPLETED",
                Provenance.webhook(Trust.WEAK, "v1"),
                "{\"id\":\"WH-7G-1\",\"create_time\":\"2026-10-02T09:30:12Z\"}"
                    .getBytes(StandardCharsets.UTF_8)));

    // Then
    assertThat(Providers.translator("paypal").inquiry(webhook))
        .hasValue(new Inquiry("event", "WH-7G-1", Instant.parse("2026-10-02T09:30:12Z")));
  }

  @Test
  void of_cinetpay_the_transaction_of_the_form_is_checked() {
    // Given
    VerifiedWebhook webhook =
        Providers.webhook(
            "cinetpay",
            "notification",
            Provenance.webhook(Trust.WEAK, "v1"),
            "cpm_site_id=1&cpm_trans_id=basket-1401&cpm_trans_date=2026-10-08+16%3A20%3A21"
                .getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(Providers.translator("cinetpay").inquiry(webhook))
        .hasValue(new Inquiry("payment", "basket-1401", Instant.parse("2026-10-08T16:20:21Z")));
  }

  @Test
  void an_open_outcome_is_asked_about_however_well_it_is_signed() {
    assertThat(
            Providers.translator("hyperpay")
                .inquiry(Providers.sample("hyperpay", "PAYMENT.unknown_outcome"))
                .map(Inquiry::kind))
        .hasValue("payment");
  }

  private static VerifiedWebhook weak(VerifiedWebhook webhook) {
    return Providers.webhook(
        webhook.provider(),
        webhook.eventType(),
        Provenance.webhook(Trust.WEAK, "v1"),
        webhook.body());
  }
}
