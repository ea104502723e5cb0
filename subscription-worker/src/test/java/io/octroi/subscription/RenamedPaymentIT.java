package io.octroi.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PaymentSnapshot;
import io.octroi.subscription.subscription.PaymentNews;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamedPaymentIT extends RunningWorker {

  @Test
  void a_better_name_puts_the_periods_of_one_instant_into_their_order() {
    // Given
    String customer = newCustomer();
    TestPayment one = TestPayment.paid(customer, WEEKLY, now());
    TestPayment other = TestPayment.paid(customer, MONTHLY, one.paidAt());
    take(List.of(named(one, 1, "pi_5"), named(other, 1, "pi_9")), List.of());
    assertThat(startOf(one)).isBefore(startOf(other));
    OffsetDateTime end = end(customer);

    // When
    take(List.of(named(other, 2, "in_1")), List.of());

    // Then
    assertThat(startOf(other)).isBefore(startOf(one));
    assertThat(end(customer)).isEqualTo(end);

    // When: what was said before comes again
    take(List.of(named(other, 1, "pi_9")), List.of());

    // Then
    assertThat(startOf(other)).isBefore(startOf(one));
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed", "SubscriptionAmended");
  }

  private static PaymentNews named(TestPayment payment, long version, String reference) {
    PaymentSnapshot p = payment.snapshot();
    return new PaymentNews(
        new PaymentSnapshot(
            p.paymentId(),
            version,
            p.provider(),
            p.endpoint(),
            reference,
            p.customerId(),
            p.planCode(),
            p.amount(),
            p.refunded(),
            p.status(),
            p.paidAt(),
            p.contact(),
            p.disputedTimes()),
        "");
  }

  private OffsetDateTime startOf(TestPayment payment) {
    return time("select starts_at from periods where payment_id = ?", payment.id());
  }

  private OffsetDateTime end(String customer) {
    return time("select ends_at from subscriptions where customer_id = ?", customer);
  }

  private OffsetDateTime time(String query, Object key) {
    return jdbc.query(query, (row, number) -> row.getObject(1, OffsetDateTime.class), key)
        .getFirst();
  }
}
