package io.octroi.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentNewsTest {
  private static final Instant AT = Instant.parse("2026-09-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PENDING, PaymentPending",
    "SUCCEEDED, PaymentSucceeded",
    "FAILED, PaymentFailed",
    "PARTIALLY_REFUNDED, PaymentRefunded",
    "REFUNDED, PaymentRefunded",
    "DISPUTED, PaymentDisputed",
    "LOST, PaymentLost"
  })
  void a_payment_nobody_knew_is_told_as_it_stands(PaymentStatus status, String event) {
    assertThat(news(null, content(status, 0))).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 0, SUCCEEDED, 0, PaymentSucceeded",
    "FAILED, 0, SUCCEEDED, 0, PaymentSucceeded",
    "PENDING, 0, FAILED, 0, PaymentFailed",
    "FAILED, 0, PENDING, 0, PaymentPending",
    "SUCCEEDED, 0, PARTIALLY_REFUNDED, 10, PaymentRefunded",
    "PARTIALLY_REFUNDED, 10, PARTIALLY_REFUNDED, 20, PaymentRefunded",
    "PARTIALLY_REFUNDED, 10, REFUNDED, 100, PaymentRefunded",
    "REFUNDED, 100, SUCCEEDED, 0, PaymentSucceeded",
    "SUCCEEDED, 0, DISPUTED, 0, PaymentDisputed",
    "DISPUTED, 0, SUCCEEDED, 0, DisputeWon",
    "DISPUTED, 10, PARTIALLY_REFUNDED, 10, DisputeWon",
    "DISPUTED, 100, REFUNDED, 100, DisputeWon",
    "DISPUTED, 0, LOST, 0, PaymentLost",
    "SUCCEEDED, 0, SUCCEEDED, 0, -"
  })
  void each_step_has_its_event(
      PaymentStatus before, long refundedBefore, PaymentStatus after, long refunded, String event) {
    assertThat(news(content(before, refundedBefore), content(after, refunded))).isEqualTo(event);
  }

  @Test
  void another_customer_or_contact_is_an_amendment() {
    // Given
    Content before = content(PaymentStatus.SUCCEEDED, 0);
    Content after =
        new Content(
            before.status(),
            before.amount(),
            before.refunded(),
            before.paidAt(),
            "cust-2",
            before.planCode(),
            before.contact(),
            List.of());

    // Then
    assertThat(news(before, after)).isEqualTo("PaymentAmended");
  }

  @Test
  void another_name_or_endpoint_is_an_amendment() {
    // Given
    Content content = content(PaymentStatus.SUCCEEDED, 0);
    Payment before = payment(content, "in_1", "stripe-main");

    // Then
    assertThat(news(before, payment(content, "pi_1", "stripe-main"))).isEqualTo("PaymentAmended");
    assertThat(news(before, payment(content, "in_1", "stripe-old"))).isEqualTo("PaymentAmended");
    assertThat(news(before, before.withVersion(8))).isEqualTo("-");
    assertThat(news(null, before)).isEqualTo("PaymentSucceeded");
  }

  @Test
  void a_payment_without_customer_or_plan_is_not_told() {
    // Given
    Content unknown =
        new Content(
            PaymentStatus.SUCCEEDED,
            Money.of(1, "EUR"),
            Money.of(0, "EUR"),
            AT,
            null,
            "plan",
            Contact.UNKNOWN,
            List.of());

    // Then
    assertThat(news(null, unknown)).isEqualTo("-");
  }

  private static Content content(PaymentStatus status, long refunded) {
    return new Content(
        status,
        Money.of(100, "EUR"),
        Money.of(refunded, "EUR"),
        AT,
        "cust-1",
        "plan-1",
        Contact.UNKNOWN,
        List.of());
  }

  private static String news(@Nullable Content before, Content after) {
    return news(
        before == null ? null : payment(before, "pi_1", "stripe-main"),
        payment(after, "pi_1", "stripe-main").withVersion(8));
  }

  private static String news(@Nullable Payment before, Payment after) {
    return PaymentNews.of(before, after, AT)
        .map(event -> event.getClass().getSimpleName())
        .orElse("-");
  }

  private static Payment payment(Content content, String reference, String endpoint) {
    return new Payment(
        new PaymentId(new UUID(1, 1)),
        7,
        content.assigned(),
        new Reference("stripe", ReferenceKind.PAYMENT, reference),
        endpoint,
        null,
        null,
        true,
        false,
        content,
        null);
  }
}
