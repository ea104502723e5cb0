package io.octroi.payment.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PaymentStatus;
import io.octroi.payment.Seeds;
import io.octroi.payment.payment.Evidence;
import io.octroi.payment.payment.PaymentFold;
import io.octroi.payment.payment.PaymentState;
import io.octroi.payment.translation.Translation.Understood;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What several events of one payment amount to, whatever way and in whatever order they came. */
class ProviderFoldTest {

  record Story(String provider, PaymentStatus end, List<String> events) {}

  private static final List<Story> STORIES =
      List.of(
          story(
              "paypal",
              PaymentStatus.PARTIALLY_REFUNDED,
              "PAYMENT.CAPTURE.PENDING",
              "PAYMENT.CAPTURE.DENIED",
              "PAYMENT.CAPTURE.COMPLETED",
              "fetched.capture",
              "PAYMENT.CAPTURE.REFUNDED",
              "fetched.refund",
              "CUSTOMER.DISPUTE.CREATED",
              "CUSTOMER.DISPUTE.RESOLVED.won"),
          story(
              "paypal",
              PaymentStatus.LOST,
              "PAYMENT.CAPTURE.COMPLETED",
              "PAYMENT.CAPTURE.REVERSED",
              "CUSTOMER.DISPUTE.CREATED",
              "CUSTOMER.DISPUTE.RESOLVED.lost"),
          story(
              "paypal",
              PaymentStatus.REFUNDED,
              "PAYMENT.SALE.COMPLETED",
              "fetched.sale",
              "PAYMENT.SALE.REFUNDED",
              "PAYMENT.SALE.REVERSED"),
          story(
              "hyperpay",
              PaymentStatus.DISPUTED,
              "PAYMENT.pending",
              "PAYMENT.review",
              "PAYMENT.rejected",
              "PAYMENT.debit",
              "fetched.payment",
              "PAYMENT.refund",
              "PAYMENT.chargeback"),
          story(
              "hyperpay",
              PaymentStatus.PARTIALLY_REFUNDED,
              "PAYMENT.preauthorised",
              "PAYMENT.capture",
              "PAYMENT.refund",
              "PAYMENT.unknown_outcome"),
          story(
              "wave",
              PaymentStatus.REFUNDED,
              "fetched.session.open",
              "checkout.session.completed",
              "fetched.session",
              "fetched.transaction",
              "fetched.transaction.reversal"),
          story(
              "cinetpay",
              PaymentStatus.SUCCEEDED,
              "fetched.payment.pending",
              "fetched.payment.waiting",
              "fetched.payment.refused",
              "fetched.payment.accepted"),
          story(
              "flutterwave",
              PaymentStatus.SUCCEEDED,
              "charge.completed.v3.failed",
              "charge.completed.v3",
              "fetched.transaction",
              "fetched.transaction.listed"),
          story(
              "flutterwave",
              PaymentStatus.DISPUTED,
              "fetched.charge.pending",
              "charge.completed.v4",
              "fetched.charge",
              "refund.completed",
              "chargeback.created"),
          story(
              "paystack",
              PaymentStatus.PARTIALLY_REFUNDED,
              "fetched.transaction.failed",
              "charge.success",
              "fetched.transaction",
              "refund.pending",
              "refund.processed",
              "fetched.refund",
              "charge.dispute.create",
              "charge.dispute.resolve.won"),
          story(
              "mtn_momo",
              PaymentStatus.SUCCEEDED,
              "fetched.payment.pending",
              "fetched.payment.failed",
              "fetched.payment.successful"),
          story(
              "orange_money",
              PaymentStatus.SUCCEEDED,
              "fetched.order.initiated",
              "fetched.order.pending",
              "fetched.order.expired",
              "fetched.order.success"));

  static Stream<Arguments> walks() {
    return STORIES.stream()
        .flatMap(story -> Seeds.fresh(20).mapToObj(seed -> Arguments.of(story, seed)));
  }

  @ParameterizedTest
  @MethodSource("walks")
  void any_order_and_any_repetition_amount_to_the_same_payment(Story story, long seed) {
    // Given
    List<Evidence> inOrder =
        story.events().stream().map(name -> evidence(story.provider(), name)).toList();
    PaymentState expected = PaymentFold.fold(inOrder);

    // When
    PaymentState walked =
        PaymentFold.fold(Seeds.shuffledWithDuplicates(inOrder, Seeds.random(seed)));

    // Then
    assertThat(walked).as(Seeds.label(seed)).isEqualTo(expected);
    assertThat(walked.status()).isEqualTo(story.end());
  }

  @ParameterizedTest
  @CsvSource({
    "paypal, PAYMENT.CAPTURE.COMPLETED, fetched.capture",
    "paypal, PAYMENT.CAPTURE.REFUNDED, fetched.refund",
    "paypal, PAYMENT.SALE.COMPLETED, fetched.sale",
    "hyperpay, PAYMENT.debit, fetched.payment",
    "wave, checkout.session.completed, fetched.session",
    "wave, checkout.session.completed, fetched.transaction",
    "flutterwave, charge.completed.v3, fetched.transaction",
    "flutterwave, charge.completed.v3, fetched.transaction.listed",
    "flutterwave, charge.completed.v4, fetched.charge",
    "paystack, charge.success, fetched.transaction",
    "paystack, charge.success, fetched.transaction.listed",
    "mtn_momo, callback.successful, fetched.payment.successful"
  })
  void a_webhook_and_what_the_api_says_of_it_mean_the_same(
      String provider, String webhook, String fetched) {
    // When
    Understood told = understood(provider, webhook);
    Understood read = understood(provider, fetched);

    // Then
    assertThat(read.at()).isEqualTo(told.at());
    assertThat(read.references()).containsExactlyInAnyOrderElementsOf(told.references());
    assertThat(read.facts()).isEqualTo(told.facts());
    assertThat(read.agreements()).isEqualTo(told.agreements());
    assertThat(read.claims()).isEqualTo(told.claims());
  }

  private static Evidence evidence(String provider, String name) {
    Understood meaning = understood(provider, name);
    return new Evidence(name, provider + "-main", meaning.at(), meaning.facts());
  }

  private static Understood understood(String provider, String name) {
    return (Understood) Providers.translator(provider).translate(Providers.sample(provider, name));
  }

  private static Story story(String provider, PaymentStatus end, String... events) {
    return new Story(provider, end, List.of(events));
  }
}
