package io.octroi.payment.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.AgreementStatus;
import io.octroi.payment.Seeds;
import io.octroi.payment.agreement.AgreementFact.Source;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementStateTest {
  private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

  static LongStream seeds() {
    return Seeds.fresh(300);
  }

  @Test
  void a_stale_word_does_not_win() {
    // Given
    AgreementState newer = said(AgreementStatus.CANCEL_SCHEDULED, Source.AGREEMENT, 9);
    AgreementState stale = said(AgreementStatus.ACTIVE, Source.AGREEMENT, 3);

    // Then
    assertThat(newer.join(stale)).isEqualTo(newer);
    assertThat(stale.join(newer)).isEqualTo(newer);
  }

  @Test
  void the_end_is_the_end_whatever_comes_later() {
    // Given
    AgreementState end = said(AgreementStatus.CANCELED, Source.AGREEMENT, 3);
    AgreementState later = said(AgreementStatus.ACTIVE, Source.AGREEMENT, 9);

    // Then
    assertThat(later.join(end).status()).isEqualTo(AgreementStatus.CANCELED);
    assertThat(end.join(later).status()).isEqualTo(AgreementStatus.CANCELED);
  }

  @Test
  void at_the_same_second_the_more_direct_source_counts() {
    // Given
    AgreementState checkout = said(AgreementStatus.ACTIVE, Source.CHECKOUT, 3);
    AgreementState agreement = said(AgreementStatus.PAST_DUE, Source.AGREEMENT, 3);

    // Then
    assertThat(checkout.join(agreement).status()).isEqualTo(AgreementStatus.PAST_DUE);
    assertThat(agreement.join(checkout).status()).isEqualTo(AgreementStatus.PAST_DUE);
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void joining_in_any_order_and_any_number_of_times_is_the_same(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    List<AgreementState> said =
        IntStream.range(0, random.nextInt(1, 8)).mapToObj(i -> random(i, random)).toList();
    AgreementState expected = said.stream().reduce(AgreementState::join).orElseThrow();

    // Then
    for (int i = 0; i < 10; i++) {
      assertThat(
              Seeds.shuffledWithDuplicates(said, random).stream()
                  .reduce(AgreementState::join)
                  .orElseThrow())
          .as(Seeds.label(seed))
          .isEqualTo(expected);
    }
  }

  private static AgreementState random(int event, RandomGenerator random) {
    AgreementStatus[] statuses = AgreementStatus.values();
    Source[] sources = Source.values();
    AgreementFact fact =
        new AgreementFact(
            "sub_1",
            sources[random.nextInt(sources.length)],
            statuses[random.nextInt(statuses.length)],
            START.plusSeconds(random.nextInt(100)),
            "plan-" + random.nextInt(2),
            random.nextBoolean() ? "cus_" + random.nextInt(2) : null);
    return AgreementState.of(fact, START.plusSeconds(random.nextInt(4)), "evt_" + event);
  }

  private static AgreementState said(AgreementStatus status, Source source, int second) {
    AgreementFact fact = new AgreementFact("sub_1", source, status, null, null, null);
    return AgreementState.of(fact, START.plusSeconds(second), "evt_" + (10 - second));
  }
}
