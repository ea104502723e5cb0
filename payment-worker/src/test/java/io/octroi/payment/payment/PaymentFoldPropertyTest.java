package io.octroi.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import io.octroi.payment.Seeds;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.PlanSource;
import io.octroi.payment.payment.PaymentFact.Assigned;
import io.octroi.payment.payment.PaymentFact.Authorised;
import io.octroi.payment.payment.PaymentFact.Claimed;
import io.octroi.payment.payment.PaymentFact.PaidBy;
import io.octroi.payment.payment.PaymentFact.PaidUnder;
import io.octroi.payment.payment.PaymentFact.RefundedTo;
import io.octroi.payment.payment.PaymentFact.Succeeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a payment: the set of what was said decides, never how it came. */
class PaymentFoldPropertyTest {
  private static final List<RefundStatus> STATUSES = List.of(RefundStatus.values());

  static LongStream seeds() {
    return Seeds.fresh(500);
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void order_and_repetition_change_nothing(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    List<Evidence> history = history(random);

    // When
    PaymentState expected = PaymentFold.fold(history);

    // Then
    for (int i = 0; i < 10; i++) {
      List<Evidence> arrived = Seeds.shuffledWithDuplicates(history, random);
      assertThat(PaymentFold.fold(arrived)).as(Seeds.label(seed)).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void no_history_leads_to_a_state_that_makes_no_sense(long seed) {
    // Given
    PaymentState state = PaymentFold.fold(history(Seeds.random(seed)));

    // Then
    if (state.status() == PaymentStatus.PENDING || state.status() == PaymentStatus.FAILED) {
      assertThat(state.paidAt()).as(Seeds.label(seed)).isNull();
      assertThat(state.refunded()).as(Seeds.label(seed)).isNull();
      return;
    }
    Money amount = state.amount();
    Money refunded = state.refunded();
    assertThat(state.paidAt()).as(Seeds.label(seed)).isNotNull();
    assertThat(amount).as(Seeds.label(seed)).isNotNull();
    assertThat(refunded).as(Seeds.label(seed)).isNotNull().isLessThanOrEqualTo(amount);
    assertThat(state.matched()).as(Seeds.label(seed)).isTrue();
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void what_was_paid_is_never_unpaid_by_more_news(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    List<Evidence> history = Seeds.shuffled(history(random), random);
    boolean paid = false;

    // Then
    for (int known = 1; known <= history.size(); known++) {
      PaymentState state = PaymentFold.fold(history.subList(0, known));
      boolean now = state.paidAt() != null;
      assertThat(now || !paid).as(Seeds.label(seed)).isTrue();
      paid = now;
    }
  }

  private static List<Evidence> history(RandomGenerator random) {
    List<Evidence> history = new ArrayList<>();
    int length = random.nextInt(1, 14);
    for (int i = 0; i < length; i++) {
      int second = random.nextInt(12);
      List<PaymentFact> facts = new ArrayList<>(List.of(fact(random)));
      if (random.nextInt(3) == 0) {
        facts.add(who(random));
      }
      history.add(Facts.named("evt_" + i, second, facts.toArray(PaymentFact[]::new)));
    }
    return history;
  }

  private static PaymentFact fact(RandomGenerator random) {
    String refund = "re_" + random.nextInt(3);
    String dispute = "du_" + random.nextInt(2);
    long part = random.nextLong(1, 3000);
    return switch (random.nextInt(13)) {
      case 0 -> Facts.pending();
      case 1 -> new Authorised(Facts.eur(4900));
      case 2 -> Facts.failed();
      case 3 -> random.nextInt(3) == 0 ? Facts.canceled() : Facts.pending();
      case 4, 5 -> Facts.succeeded();
      case 6 -> new Succeeded(Facts.eur(4900 + part), AmountSource.CHECKOUT);
      case 7 -> Facts.refundedTo(part);
      case 8 ->
          new RefundedTo("ch_2", random.nextInt(5) == 0 ? Money.of(9, "USD") : Facts.eur(part));
      case 9, 10 -> Facts.refund(refund, part, STATUSES.get(random.nextInt(STATUSES.size())));
      case 11 -> random.nextBoolean() ? Facts.opened(dispute) : Facts.won(dispute);
      default -> random.nextInt(4) == 0 ? Facts.lost(dispute) : Facts.opened(dispute);
    };
  }

  private static PaymentFact who(RandomGenerator random) {
    String customer = "cust-" + random.nextInt(3);
    return switch (random.nextInt(4)) {
      case 0 -> new PaidBy("cus_" + random.nextInt(2));
      case 1 -> new PaidUnder("sub_" + random.nextInt(2));
      case 2 -> new Assigned(customer, "plan-" + random.nextInt(3), "because");
      default ->
          new Claimed(
              new Claim(
                  customer,
                  random.nextBoolean() ? CustomerSource.METADATA : CustomerSource.CLIENT_REFERENCE,
                  "plan-" + random.nextInt(3),
                  random.nextBoolean() ? PlanSource.METADATA : PlanSource.PRICE,
                  new Contact(random.nextInt(3) + "@example.org", null, random.nextLong(1, 9))));
    };
  }
}
