package io.octroi.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.SubscriptionSnapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldIT extends RunningWorker {

  @Test
  void a_hold_lasts_as_long_as_the_dispute_and_costs_no_day() {
    // Given
    String customer = newCustomer();
    TestPayment payment = TestPayment.paid(customer, HELD, now());
    publish(payment.event());
    awaitStatus(customer, "active");
    pass(Duration.ofDays(10));

    // When
    TestPayment contested = payment.dispute(now());
    publish(contested.event());

    // Then
    awaitTold(customer, "SubscriptionActivated", "SubscriptionExpired");

    // When
    pass(Duration.ofDays(5));
    publish(contested.win(now()).event());

    // Then
    awaitTold(customer, "SubscriptionActivated", "SubscriptionExpired", "SubscriptionActivated");
    SubscriptionSnapshot restored = told(customer).getLast().subscription();
    assertThat(restored.startsAt()).isEqualTo(now());
    assertThat(restored.endsAt()).isEqualTo(payment.paidAt().plus(Duration.ofDays(35)));
  }
}
