package io.octroi.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.AgreementStatus;
import io.octroi.contracts.Contact;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentStatus;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionActivated;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionRenewed;
import io.octroi.contracts.SubscriptionSnapshot;
import io.octroi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PaymentsToSubscriptionsIT extends RunningWorker {

  @Test
  void a_payment_activates_and_is_told() {
    // Given
    String customer = newCustomer();
    TestPayment payment =
        TestPayment.paid(customer, MONTHLY, now())
            .learn(new Contact("m@example.com", "fr", 42L, "+221770000042"));

    // When
    publish(payment.event());

    // Then
    awaitTold(customer, "SubscriptionActivated");
    SubscriptionActivated activated = (SubscriptionActivated) told(customer).getFirst();
    SubscriptionSnapshot subscription = activated.subscription();
    assertThat(activated.paymentId()).isEqualTo(payment.id());
    assertThat(activated.amount()).isEqualTo(payment.snapshot().amount());
    assertThat(subscription.family()).isEqualTo("signaux");
    assertThat(subscription.planCode()).isEqualTo(MONTHLY);
    assertThat(subscription.startsAt()).isEqualTo(now());
    assertThat(subscription.endsAt()).isEqualTo(now().plus(Duration.ofDays(30)));
    assertThat(subscription.contact()).isEqualTo(payment.contact());
    assertThat(status(customer)).isEqualTo("active");
  }

  @Test
  void duplicates_and_old_versions_change_nothing() {
    // Given
    String customer = newCustomer();
    TestPayment pending = TestPayment.paid(customer, WEEKLY, now()).become(PaymentStatus.PENDING);
    TestPayment paid = pending.become(PaymentStatus.SUCCEEDED);
    EventEnvelope event = paid.event();

    // When: the same event twice, the same fact under another id, an older version last
    publish(event, event, paid.event(), pending.event(), event);
    TestPayment last = TestPayment.paid(customer, WEEKLY, now());
    publish(last.event());

    // Then
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed");
    assertThat(periods(customer)).isEqualTo(2);
  }

  @Test
  void an_early_renewal_loses_no_day_across_plans_of_one_family() {
    // Given
    String customer = newCustomer();
    TestPayment first = TestPayment.paid(customer, WEEKLY, now());
    publish(first.event());
    awaitStatus(customer, "active");
    pass(Duration.ofDays(3));

    // When
    TestPayment second = TestPayment.paid(customer, MONTHLY, now());
    publish(second.event());

    // Then
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed");
    SubscriptionRenewed renewed = (SubscriptionRenewed) told(customer).get(1);
    assertThat(renewed.paymentId()).isEqualTo(second.id());
    assertThat(renewed.subscription().endsAt()).isEqualTo(first.paidAt().plus(Duration.ofDays(37)));
    assertThat(renewed.subscription().startsAt()).isEqualTo(first.paidAt());
  }

  @Test
  void a_refund_ends_access_and_a_dispute_does_not_until_it_is_lost() {
    // Given
    String refunded = newCustomer();
    String disputed = newCustomer();
    TestPayment one = TestPayment.paid(refunded, MONTHLY, now());
    TestPayment other = TestPayment.paid(disputed, MONTHLY, now());
    publish(one.event(), other.event());
    awaitStatus(refunded, "active");
    awaitStatus(disputed, "active");

    // When
    TestPayment contested = other.become(PaymentStatus.DISPUTED);
    publish(one.become(PaymentStatus.REFUNDED).event(), contested.event());

    // Then
    awaitTold(refunded, "SubscriptionActivated", "SubscriptionExpired");
    assertThat(((SubscriptionExpired) told(refunded).get(1)).reason())
        .isEqualTo(SubscriptionExpired.Reason.PAYMENT_REVERSED);
    await().untilAsserted(() -> assertThat(grantStatus(other)).isEqualTo("disputed"));
    assertThat(status(disputed)).isEqualTo("active");

    // When
    publish(contested.become(PaymentStatus.LOST).event());

    // Then
    awaitTold(disputed, "SubscriptionActivated", "SubscriptionExpired");
  }

  @Test
  void a_payment_that_changes_its_customer_takes_its_period_along() {
    // Given
    String from = newCustomer();
    String to = newCustomer();
    TestPayment moving = TestPayment.paid(from, MONTHLY, now());
    TestPayment staying = TestPayment.paid(to, WEEKLY, now());
    publish(moving.event(), staying.event());
    awaitStatus(from, "active");
    awaitStatus(to, "active");

    // When
    publish(moving.moveTo(to).event());

    // Then
    awaitTold(from, "SubscriptionActivated", "SubscriptionExpired");
    awaitTold(to, "SubscriptionActivated", "SubscriptionAmended");
    assertThat(told(to).get(1).subscription().endsAt()).isEqualTo(now().plus(Duration.ofDays(37)));
    assertThat(periods(from)).isZero();
    assertThat(periods(to)).isEqualTo(2);
    assertThat(announcementsOf(moving)).isEqualTo(1);
  }

  @Test
  void two_payments_that_turn_out_to_be_one_are_announced_once_and_nobody_is_put_out() {
    // Given
    String customer = newCustomer();
    TestPayment one = TestPayment.paid(customer, MONTHLY, now());
    TestPayment same = TestPayment.paid(customer, MONTHLY, now());
    publish(one.event());
    awaitStatus(customer, "active");

    // When: the merge is heard of before the payment that stands for both
    publish(one.mergedInto(same));
    await().untilAsserted(() -> assertThat(mergedInto(one)).isEqualTo(same.id().toString()));
    assertThat(status(customer)).isEqualTo("active");
    publish(same.event());

    // Then
    await().untilAsserted(() -> assertThat(periodOf(same)).isEqualTo(1));
    assertThat(periodOf(one)).isZero();
    assertThat(namesOfTold(customer)).containsExactly("SubscriptionActivated");
    assertThat(status(customer)).isEqualTo("active");
  }

  @Test
  void over_a_chain_of_merges_one_payment_is_left() {
    // Given: one is merged into same, of which nothing but the merge into last will be heard
    String customer = newCustomer();
    TestPayment one = TestPayment.paid(customer, MONTHLY, now());
    TestPayment same = TestPayment.paid(customer, MONTHLY, now());
    TestPayment last = TestPayment.paid(customer, MONTHLY, now());
    publish(one.event(), one.mergedInto(same), last.event());
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed");

    // When
    publish(same.mergedInto(last));

    // Then
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed", "SubscriptionShortened");
    assertThat(periodOf(one)).isZero();
    assertThat(periodOf(last)).isEqualTo(1);
  }

  @Test
  void a_record_that_means_nothing_is_put_aside_and_the_next_one_is_handled() {
    // Given
    String customer = newCustomer();
    TestPayment payment = TestPayment.paid(customer, WEEKLY, now());
    ProducerRecord<String, byte[]> good = EventCodec.toRecord(payment.event());
    ProducerRecord<String, byte[]> bad =
        new ProducerRecord<>(
            Topics.PAYMENTS,
            null,
            customer,
            "{\"payment\":{\"payment_id\":null}}".getBytes(StandardCharsets.UTF_8),
            EventCodec.toRecord(payment.become(PaymentStatus.FAILED).event()).headers());

    // When
    publish(bad);
    publish(good);

    // Then
    awaitTold(customer, "SubscriptionActivated");
    await()
        .untilAsserted(() ->
            assertThat(KafkaIO.all(Topics.deadLetter(Topics.PAYMENTS, GROUP)))
                .filteredOn(message -> message.key().equals(customer))
                .hasSize(1));
  }

  @Test
  void an_agreement_is_remembered_and_grants_nothing() {
    // Given
    String customer = newCustomer();
    AgreementUpdated newer =
        new AgreementUpdated(
            now(),
            "stripe",
            "sub_" + customer,
            2,
            customer,
            MONTHLY,
            AgreementStatus.CANCELED,
            now());
    AgreementUpdated older =
        new AgreementUpdated(
            now(), "stripe", "sub_" + customer, 1, customer, MONTHLY, AgreementStatus.ACTIVE, null);

    // When
    publish(TestPayment.envelope(newer), TestPayment.envelope(older));
    publish(TestPayment.paid(customer, WEEKLY, now()).event());

    // Then
    awaitTold(customer, "SubscriptionActivated");
    assertThat(
            jdbc.queryForList(
                "select status from agreements where customer_id = ?", String.class, customer))
        .containsExactly("canceled");
  }

  @Test
  void a_contact_that_becomes_known_is_told() {
    // Given
    String customer = newCustomer();
    TestPayment payment = TestPayment.paid(customer, WEEKLY, now());
    publish(payment.event());
    awaitStatus(customer, "active");

    // When
    Contact contact = new Contact("m@example.com", "en", null);
    publish(payment.learn(contact).event());

    // Then
    awaitTold(customer, "SubscriptionActivated", "SubscriptionAmended");
    List<SubscriptionEvent> told = told(customer);
    assertThat(told.get(1).subscription().contact()).isEqualTo(contact);
    assertThat(told.get(1).subscription().version())
        .isGreaterThan(told.get(0).subscription().version());
  }

  private int periods(String customer) {
    return count(
        "select count(*) from periods join subscriptions using (subscription_id)"
            + " where customer_id = ?",
        customer);
  }

  private int periodOf(TestPayment payment) {
    return count("select count(*) from periods where payment_id = ?", payment.id());
  }

  private int announcementsOf(TestPayment payment) {
    return count("select count(*) from announcements where payment_id = ?", payment.id());
  }

  private int count(String sql, Object argument) {
    Integer count = jdbc.queryForObject(sql, Integer.class, argument);
    return count == null ? 0 : count;
  }

  private String grantStatus(TestPayment payment) {
    return String.valueOf(
        jdbc.queryForObject(
            "select status from grants where payment_id = ?", String.class, payment.id()));
  }

  private String mergedInto(TestPayment payment) {
    return String.valueOf(
        jdbc.queryForObject(
            "select merged_into::text from grants where payment_id = ?",
            String.class,
            payment.id()));
  }
}
