package io.octroi.subscription.subscription;

import static io.octroi.subscription.subscription.AssessmentTest.announced;
import static io.octroi.subscription.subscription.AssessmentTest.fresh;
import static io.octroi.subscription.subscription.AssessmentTest.out;
import static io.octroi.subscription.subscription.AssessmentTest.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.subscription.period.PaidTime;
import io.octroi.subscription.period.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldAssessmentTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);
  private static final int FOREVER = -1;

  @Test
  void a_hold_puts_the_customer_out_and_its_days_are_given_back_when_it_is_over() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 30));

    // When
    world.assess(10, held(A, 0, 30, 10, FOREVER));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionExpired PAYMENT_REVERSED 0..10 v2");

    // When: heard of again, then won on day 15
    world.assess(11, held(A, 0, 30, 10, FOREVER));
    assertThat(world.told()).isEmpty();
    world.assess(15, held(A, 0, 30, 10, 15));

    // Then: ten days used, twenty left
    assertThat(world.told()).containsExactly("SubscriptionActivated A ACTIVE 15..35 v3");
    assertThat(world.announced).isEmpty();
  }

  @Test
  void while_one_payment_is_held_another_stands_in_and_no_day_is_lost_or_won() {
    // Given
    World world = fresh().assess(1, paid(A, 0, 30), paid(B, 1, 30));

    // When
    world.assess(10, held(A, 0, 30, 10, FOREVER), announced(B, 1, 30));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionShortened A ACTIVE 0..40 v3");

    // When
    world.assess(15, held(A, 0, 30, 10, 15), announced(B, 1, 30));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionAmended ACTIVE 0..60 v4");
  }

  @Test
  void a_hold_is_told_once_and_not_again_with_what_others_lose() {
    // Given
    World world =
        fresh()
            .assess(1, paid(A, 0, 30), paid(B, 1, 30), paid(C, 1, 30))
            .assess(10, held(A, 0, 30, 10, FOREVER), announced(B, 1, 30), announced(C, 1, 30));

    // When
    world.assess(11, held(A, 0, 30, 10, FOREVER), announced(B, 1, 30), out(C, 1));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionShortened C ACTIVE 0..40 v5");
  }

  @Test
  void a_payment_that_is_first_heard_of_under_a_hold_is_announced_when_the_hold_is_over() {
    // Given
    World world = fresh().assess(12, held(A, 0, 30, 10, FOREVER, false));
    assertThat(world.told()).isEmpty();
    assertThat(world.late).isEmpty();

    // When
    world.assess(15, held(A, 0, 30, 10, 15, false));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionActivated A ACTIVE 15..35 v2");
    assertThat(world.announced).containsExactly(A);
  }

  private static Grant held(UUID payment, int day, int days, int from, int until) {
    return held(payment, day, days, from, until, true);
  }

  private static Grant held(
      UUID payment, int day, int days, int from, int until, boolean announced) {
    Instant end = until == FOREVER ? Instant.MAX : World.day(until);
    List<Span> holds = List.of(new Span(World.day(from), end));
    PaidTime time = new PaidTime(payment, "", World.day(day), days, holds);
    return new Grant.Counted("plan", Contact.UNKNOWN, time, Money.of(4900, "EUR"), announced);
  }
}
