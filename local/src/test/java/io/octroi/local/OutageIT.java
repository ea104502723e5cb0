package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.local.Shop.Purchase;
import io.octroi.local.demo.Month;
import io.octroi.local.demo.Quiet;
import io.octroi.platform.stripe.StripeErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Six hours in which neither webhooks nor polls tell of 200 renewals. */
class OutageIT {
  private static final int ROUNDS = 10;
  private static final int PAYING_A_ROUND = 20;
  private static final int OTHERS_A_ROUND = 2;
  private static final int IN_CHAT = 3;
  private static final Duration A_ROUND = Duration.ofMinutes(36);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MORE_THAN_ANYBODY_ASKS = 10_000;

  private static final LocalSystem SYSTEM = WholeSystem.movable();
  private static final Facts FACTS = new Facts(SYSTEM);

  private final Quiet quiet = new Quiet(SYSTEM);

  @Test
  void nobody_who_paid_is_put_out_and_then_exactly_the_others_are() {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given 220 members whose ends lie in six hours; a few of each kind are in the chat
      Crowd crowd = new Crowd(SYSTEM, shop);
      Instant end = SYSTEM.clock().instant().plus(Month.PLAN);
      List<Purchase> paying = new ArrayList<>();
      List<Purchase> others = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        paying.addAll(crowd.pay(PAYING_A_ROUND));
        others.addAll(crowd.pay(OTHERS_A_ROUND));
        pass(A_ROUND);
      }
      crowd.enter(paying.subList(0, IN_CHAT));
      crowd.enter(others.subList(0, IN_CHAT));
      passTo(end.minus(Duration.ofHours(1)));

      // When the provider does not answer, and the webhooks of renewals do not arrive
      breakTheProvider();
      for (int from = 0; from < paying.size(); from += PAYING_A_ROUND) {
        crowd.payAgainUnheard(paying.subList(from, from + PAYING_A_ROUND));
        pass(A_ROUND);
      }
      passTo(end.plus(A_ROUND.multipliedBy(ROUNDS)));

      // Then
      everybodyStaysAndAnOperatorIsAsked(crowd, paying, others);

      // When
      mendTheProvider();

      // Then
      exactlyTheOthersArePutOut(crowd, paying, others);
    }
  }

  private static void everybodyStaysAndAnOperatorIsAsked(
      Crowd crowd, List<Purchase> paying, List<Purchase> others) {
    await().atMost(PATIENCE).until(() -> !FACTS.openFindings("state_over_budget").isEmpty());
    assertThat(FACTS.activeSubscriptions(customers(paying, others))).isEqualTo(220);
    assertThat(FACTS.told("access-ended", customers(paying, others))).isEmpty();
    assertThat(paying.subList(0, IN_CHAT)).allMatch(crowd::isIn);
    assertThat(others.subList(0, IN_CHAT)).allMatch(crowd::isIn);
  }

  private void exactlyTheOthersArePutOut(
      Crowd crowd, List<Purchase> paying, List<Purchase> others) {
    List<String> everybody = customers(paying, others);
    await()
        .atMost(PATIENCE)
        .until(() -> FACTS.told("access-ended", everybody).size() >= others.size());
    await().atMost(PATIENCE).until(quiet::isQuiet);
    assertThat(FACTS.told("access-ended", everybody))
        .containsExactlyInAnyOrderElementsOf(customers(others));
    assertThat(FACTS.told("renewal-confirmed", everybody))
        .containsExactlyInAnyOrderElementsOf(customers(paying));
    assertThat(FACTS.activeSubscriptions(customers(paying))).isEqualTo(200);
    assertThat(paying.subList(0, IN_CHAT)).allMatch(crowd::isIn);
    assertThat(others.subList(0, IN_CHAT)).noneMatch(crowd::isIn);
    await().atMost(PATIENCE).until(() -> FACTS.openFindings("state_over_budget").isEmpty());
  }

  private static void breakTheProvider() {
    SYSTEM
        .standIns()
        .stripe()
        .server()
        .script(MORE_THAN_ANYBODY_ASKS, request -> true, StripeErrors.serverError());
  }

  @AfterEach
  void mendTheProvider() {
    SYSTEM.standIns().stripe().server().clearScript();
  }

  private void pass(Duration duration) {
    await().atMost(PATIENCE).until(quiet::isQuiet);
    SYSTEM.clock().advance(duration);
  }

  private void passTo(Instant instant) {
    pass(Duration.between(SYSTEM.clock().instant(), instant));
  }

  private static List<String> customers(List<Purchase> purchases) {
    return purchases.stream().map(Purchase::customer).toList();
  }

  private static List<String> customers(List<Purchase> paying, List<Purchase> others) {
    return Stream.of(paying, others).flatMap(List::stream).map(Purchase::customer).toList();
  }
}
