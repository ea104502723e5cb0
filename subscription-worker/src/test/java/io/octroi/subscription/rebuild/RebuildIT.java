package io.octroi.subscription.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.PaymentStatus;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionStatus;
import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import io.octroi.subscription.rebuild.RebuildClient.Found;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows damaged by hand are found by name and mended; nobody is put out by it. */
class RebuildIT extends RunningWorker {
  @BeforeEach
  @AfterEach
  void what_tests_damaged_is_mended() throws Exception {
    rebuild(true);
  }

  @Test
  void a_healthy_worker_has_no_difference_in_any_state() throws Exception {
    // Given
    TestPayment held = TestPayment.paid(newCustomer(), HELD, now());
    TestPayment refunded = TestPayment.paid(newCustomer(), WEEKLY, now());
    TestPayment over = TestPayment.paid(newCustomer(), WEEKLY, now().minus(Duration.ofDays(9)));
    TestPayment pending =
        TestPayment.paid(newCustomer(), WEEKLY, now()).become(PaymentStatus.PENDING);
    TestPayment ends = TestPayment.paid(newCustomer(), WEEKLY, now());
    take(held, refunded, over, pending, ends);
    take(held.dispute(now()), refunded.become(PaymentStatus.REFUNDED));
    pass(Duration.ofDays(8));
    dueClock.runOnce();
    assertThat(status(ends.customer())).isEqualTo("expired");

    // When
    Found found = rebuild(false);

    // Then
    assertThat(found.lookedAt()).isGreaterThanOrEqualTo(5);
    assertThat(found.differences()).isEmpty();
    assertThat(found.differing()).isZero();
  }

  @Test
  void damaged_rows_are_found_by_name_and_nobody_is_told() throws Exception {
    // Given
    Damaged damaged = paid();
    damage(damaged);

    // When
    Found found = rebuild(false);

    // Then
    String wrong = "subscriptions " + damaged.wrong().customer() + "/signaux ";
    assertThat(found.differences())
        .containsExactlyInAnyOrder(
            "periods " + damaged.moved().id() + " ends_at " + inDays(31) + " -> " + inDays(30),
            "subscriptions " + damaged.moved().customer() + "/signaux email *** -> ***",
            "periods " + damaged.gone().id() + " row - -> present",
            wrong + "ends_at " + inDays(21) + " -> " + inDays(30),
            wrong + "plan_code gold -> " + MONTHLY,
            wrong + "reminder_at - -> " + inDays(28),
            "periods " + damaged.invented().id() + " row present -> -");
    assertThat(found.differing()).isEqualTo(5);
    awaitAllPublished();
    awaitTold(damaged.wrong().customer(), "SubscriptionActivated");
  }

  @Test
  void damaged_rows_are_mended_and_readers_are_told_what_they_must_know() throws Exception {
    // Given
    Damaged damaged = paid();
    List<String> right = rows(damaged);
    damage(damaged);

    // When
    Found mended = rebuild(true);

    // Then
    assertThat(mended.mended()).isEqualTo(4);
    assertThat(rows(damaged)).isEqualTo(right);
    assertThat(rebuild(false).differences()).isEmpty();
    String wrong = damaged.wrong().customer();
    awaitTold(wrong, "SubscriptionActivated", "SubscriptionAmended");
    assertThat(told(wrong).getLast().subscription().endsAt().toString()).isEqualTo(inDays(30));
    awaitTold(damaged.moved().customer(), "SubscriptionActivated", "SubscriptionAmended");
    awaitTold(damaged.gone().customer(), "SubscriptionActivated");
  }

  /**
   * @param moved its period will end at another time, and its contact will be another
   * @param gone its period will be gone
   * @param wrong its subscription will end at another time, with another plan and no reminder
   * @param invented refunded, and will have a period all the same
   */
  private record Damaged(
      TestPayment moved, TestPayment gone, TestPayment wrong, TestPayment invented) {}

  private Damaged paid() {
    Contact contact = new Contact("m@example.org", "fr", null);
    Damaged paid =
        new Damaged(
            TestPayment.paid(newCustomer(), MONTHLY, now()).learn(contact),
            TestPayment.paid(newCustomer(), MONTHLY, now()),
            TestPayment.paid(newCustomer(), MONTHLY, now()),
            TestPayment.paid(newCustomer(), MONTHLY, now()));
    take(paid.moved(), paid.gone(), paid.wrong(), paid.invented());
    take(paid.invented().become(PaymentStatus.REFUNDED));
    return paid;
  }

  private void damage(Damaged damaged) {
    jdbc.update(
        "update periods set ends_at = ends_at + interval '1 day' where payment_id = ?",
        damaged.moved().id());
    jdbc.update(
        "update subscriptions set email = 'x@example.org' where customer_id = ?",
        damaged.moved().customer());
    jdbc.update("delete from periods where payment_id = ?", damaged.gone().id());
    jdbc.update(
        """
        update subscriptions set ends_at = ends_at - interval '9 days', plan_code = 'gold',
               reminder_at = null
         where customer_id = ?
        """,
        damaged.wrong().customer());
    jdbc.update(
        """
        insert into periods
        select ?, subscription_id, now(), now() + interval '1 day' from subscriptions
         where customer_id = ?
        """,
        damaged.invented().id(),
        damaged.invented().customer());
  }

  @Test
  void whom_no_payment_lets_in_any_more_is_left_to_the_clock() throws Exception {
    // Given
    TestPayment refunded = TestPayment.paid(newCustomer(), MONTHLY, now());
    take(refunded);
    jdbc.update(
        "update grants set counted = false, status = 'refunded' where payment_id = ?",
        refunded.id());

    // When
    Found mended = rebuild(true);

    // Then
    assertThat(mended.mended()).isEqualTo(1);
    assertThat(status(refunded.customer())).as("nobody is put out by it").isEqualTo("active");
    awaitTold(refunded.customer(), "SubscriptionActivated", "SubscriptionAmended");
    assertThat(told(refunded.customer()).getLast().subscription().status())
        .isEqualTo(SubscriptionStatus.ACTIVE);

    // When
    dueClock.runOnce();

    // Then
    awaitTold(
        refunded.customer(), "SubscriptionActivated", "SubscriptionAmended", "SubscriptionExpired");
    assertThat(rebuild(false).differences()).isEmpty();
  }

  @Test
  void a_subscription_whose_row_is_gone_comes_back_under_the_id_that_readers_know()
      throws Exception {
    // Given
    TestPayment payment = TestPayment.paid(newCustomer(), MONTHLY, now());
    take(payment);
    awaitTold(payment.customer(), "SubscriptionActivated");
    jdbc.update("delete from periods where payment_id = ?", payment.id());
    jdbc.update("delete from subscriptions where customer_id = ?", payment.customer());

    // When
    Found found = rebuild(false);
    rebuild(true);

    // Then
    assertThat(found.differences())
        .containsExactlyInAnyOrder(
            "subscriptions " + payment.customer() + "/signaux row - -> present",
            "periods " + payment.id() + " row - -> present");
    awaitTold(payment.customer(), "SubscriptionActivated", "SubscriptionActivated");
    List<SubscriptionEvent> told = told(payment.customer());
    assertThat(told.getLast().subscription().subscriptionId())
        .isEqualTo(told.getFirst().subscription().subscriptionId());
    assertThat(told.getLast().subscription().version())
        .isGreaterThan(told.getFirst().subscription().version());
    assertThat(rebuild(false).differences()).isEmpty();
  }

  @Test
  void a_row_of_a_customer_who_has_paid_nothing_yet_comes_back() throws Exception {
    // Given
    TestPayment pending =
        TestPayment.paid(newCustomer(), MONTHLY, now()).become(PaymentStatus.PENDING);
    take(pending);
    jdbc.update("delete from subscriptions where customer_id = ?", pending.customer());

    // When
    Found mended = rebuild(true);

    // Then
    assertThat(mended.mended()).isEqualTo(1);
    assertThat(status(pending.customer())).isEqualTo("unpaid");
    assertThat(rebuild(false).differences()).isEmpty();
  }

  @Test
  void nothing_is_mended_without_a_reason() throws Exception {
    assertThat(new RebuildClient(port).send("", false, "").statusCode()).isEqualTo(400);
  }

  private String inDays(int days) {
    return now().plus(Duration.ofDays(days)).toString();
  }

  private List<String> rows(Damaged damaged) {
    return jdbc.query(
        """
        select concat_ws(' ', status, plan_code, s.starts_at, s.ends_at, reminder_at, email,
                         p.payment_id, p.starts_at, p.ends_at)
          from subscriptions s left join periods p using (subscription_id)
         where customer_id in (?, ?, ?, ?)
         order by customer_id
        """,
        (row, number) -> row.getString(1),
        damaged.moved().customer(),
        damaged.gone().customer(),
        damaged.wrong().customer(),
        damaged.invented().customer());
  }

  private Found rebuild(boolean apply) throws Exception {
    return new RebuildClient(port).rebuild(apply);
  }
}
