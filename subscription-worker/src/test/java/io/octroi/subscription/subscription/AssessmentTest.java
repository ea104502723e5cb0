package io.octroi.subscription.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.subscription.period.PaidTime;
import io.octroi.subscription.period.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssessmentTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);

  @Test
  void a_first_payment_activates() {
    assertThat(fresh().assess(0, paid(A, 0, 30)).told())
        .containsExactly("SubscriptionActivated A ACTIVE 0..30 v1");
  }

  @Test
  void an_early_renewal_adds_to_the_end() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 7));

    // When
    world.assess(3, announced(A, 0, 7), paid(B, 3, 7));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionRenewed B ACTIVE 0..14 v2");
  }

  @Test
  void payments_of_one_batch_are_told_one_by_one_as_their_periods_lie() {
    assertThat(fresh().assess(1, paid(B, 1, 7), paid(A, 0, 7)).told())
        .containsExactly(
            "SubscriptionActivated A ACTIVE 0..7 v1", "SubscriptionRenewed B ACTIVE 0..14 v2");
  }

  @Test
  void the_same_payments_again_tell_nothing_and_change_nothing() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 7));
    Subscription before = world.subscription;

    // When
    world.assess(1, announced(A, 0, 7));

    // Then
    assertThat(world.told()).isEmpty();
    assertThat(world.subscription).isEqualTo(before);
  }

  @Test
  void a_refund_of_the_only_payment_puts_the_customer_out() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 7));

    // When
    world.assess(2, out(A, 0));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionExpired PAYMENT_REVERSED 0..0 v2");
  }

  @Test
  void a_refund_of_one_of_two_payments_shortens() {
    // Given
    World world = fresh().assess(1, paid(A, 0, 7), paid(B, 1, 7));

    // When
    world.assess(2, announced(A, 0, 7), out(B, 1));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionShortened B ACTIVE 0..7 v3");
  }

  @Test
  void a_refund_of_a_period_long_over_leaves_a_new_run_as_it_is() {
    // Given
    World world = fresh().assess(20, announced(A, 0, 7), paid(B, 20, 7));

    // When
    world.assess(21, out(A, 0), announced(B, 20, 7));

    // Then
    assertThat(world.told()).isEmpty();
    assertThat(world.subscription.active()).isTrue();
  }

  @Test
  void a_dispute_that_is_won_after_the_end_of_access_brings_access_back() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 30)).assess(5, out(A, 0));

    // When
    world.assess(10, announced(A, 0, 30));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionActivated A ACTIVE 0..30 v3");
    assertThat(world.announced).isEmpty();
  }

  @Test
  void a_restored_payment_that_prolongs_running_access_is_not_announced_again() {
    // Given
    World world =
        fresh().assess(1, paid(A, 0, 7), paid(B, 1, 7)).assess(2, announced(A, 0, 7), out(B, 1));

    // When
    world.assess(3, announced(A, 0, 7), announced(B, 1, 7));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionAmended ACTIVE 0..14 v4");
  }

  @Test
  void a_payment_replaced_by_another_in_one_batch_puts_nobody_out_in_between() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 30));

    // When: B has inherited the announcement of A
    world.assess(1, out(A, 0), announced(B, 0, 30));

    // Then
    assertThat(world.told()).isEmpty();
    assertThat(world.periods).extracting(Period::paymentId).containsExactly(B);
  }

  @Test
  void a_refund_and_a_new_payment_in_one_batch_renew_without_a_break() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 7));

    // When
    world.assess(2, out(A, 0), paid(B, 2, 30));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionRenewed B ACTIVE 2..32 v2");
  }

  @Test
  void a_payment_whose_time_is_over_is_recorded_in_silence() {
    // When
    World world = fresh().assess(40, paid(A, 0, 30));

    // Then
    assertThat(world.told()).isEmpty();
    assertThat(world.late).containsExactly(A);
    assertThat(world.subscription.active()).isFalse();
    assertThat(world.periods).hasSize(1);
  }

  @Test
  void a_late_payment_that_pushes_a_running_period_amends_it_in_either_order() {
    // Given
    World late = fresh().assess(20, paid(B, 20, 30));
    World first = fresh().assess(41, paid(A, 5, 30));

    // When
    late.assess(41, paid(A, 5, 30), announced(B, 20, 30));
    first.assess(41, paid(A, 5, 30), paid(B, 20, 30));

    // Then
    assertThat(late.told()).containsExactly("SubscriptionAmended ACTIVE 5..65 v2");
    assertThat(late.late).containsExactly(A);
    assertThat(first.told()).containsExactly("SubscriptionActivated B ACTIVE 5..65 v2");
  }

  @Test
  void a_late_payment_that_brings_a_silent_one_back_to_life_announces_the_one_that_runs() {
    // Given
    World world = fresh().assess(41, paid(B, 5, 30));

    // When
    world.assess(42, paid(A, 0, 30), paid(B, 5, 30));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionActivated B ACTIVE 0..60 v2");
  }

  @Test
  void time_that_runs_out_is_left_to_the_clock() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 7));

    // When: another payment fails a day after the end
    world.assess(8, announced(A, 0, 7), out(B, 8));

    // Then
    assertThat(world.told()).isEmpty();
    assertThat(world.subscription.active()).isTrue();
  }

  @Test
  void a_renewal_just_after_the_end_and_before_the_clock_renews() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 7));

    // When
    world.assess(8, announced(A, 0, 7), paid(B, 8, 7));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionRenewed B ACTIVE 8..15 v2");
  }

  @Test
  void a_payment_that_enters_with_its_announcement_made_elsewhere_still_lets_the_customer_in() {
    assertThat(fresh().assess(1, announced(A, 0, 30)).told())
        .containsExactly("SubscriptionActivated A ACTIVE 0..30 v1");
  }

  @Test
  void a_contact_that_becomes_known_amends() {
    // Given
    World world = fresh().assess(0, paid(A, 0, 30));
    Contact contact = new Contact("a@example.com", "fr", null);

    // When
    world.assess(
        1,
        new Grant.Counted(
            "plan", contact, new PaidTime(A, World.day(0), 30), Money.of(1, "EUR"), true));

    // Then
    assertThat(world.told()).containsExactly("SubscriptionAmended ACTIVE 0..30 v2");
    assertThat(world.events.getFirst().subscription().contact()).isEqualTo(contact);
  }

  @Test
  void of_two_contacts_told_at_once_the_same_one_counts_whichever_payment_was_heard_of_first() {
    Contact one = new Contact("one@example.org", null, null);
    Contact other = new Contact("other@example.org", null, null);

    assertThat(Grant.contactOf(List.of(unpaid(A, "paypal/1", one), unpaid(B, "stripe/1", other))))
        .isEqualTo(
            Grant.contactOf(List.of(unpaid(B, "paypal/1", one), unpaid(A, "stripe/1", other))));
  }

  private static Grant unpaid(UUID payment, String name, Contact contact) {
    return new Grant.Uncounted(payment, name, "plan", contact, World.day(0));
  }

  static World fresh() {
    return new World();
  }

  static Grant paid(UUID payment, int day, int days) {
    return counted(payment, day, days, false);
  }

  static Grant announced(UUID payment, int day, int days) {
    return counted(payment, day, days, true);
  }

  private static Grant counted(UUID payment, int day, int days, boolean announced) {
    PaidTime time = new PaidTime(payment, World.day(day), days);
    return new Grant.Counted("plan", Contact.UNKNOWN, time, Money.of(4900, "EUR"), announced);
  }

  static Grant out(UUID payment, int day) {
    return new Grant.Uncounted(payment, "", "plan", Contact.UNKNOWN, World.day(day));
  }
}
