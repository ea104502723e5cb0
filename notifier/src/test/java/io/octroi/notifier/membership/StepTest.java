package io.octroi.notifier.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.SubscriptionStatus;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class StepTest {
  private static final long SEED = 20_261_121L;
  private static final List<Desire> DESIRES = List.of(Desire.values());

  /** What is true of an account and a chat, and what is known of it. */
  private static final class World {
    private boolean linked;
    private boolean cut;
    private Desire desire = Desire.NONE;
    private Standing actual = Standing.OUTSIDE;
    private Standing known = Standing.UNKNOWN;
    private boolean pending;
    private boolean asked;
    private boolean liftOwed;
    private boolean invited;
    private boolean links;

    private Situation situation(boolean checked) {
      Standing standing = checked ? actual : known;
      return new Situation(linked, cut, desire, standing, asked, liftOwed, checked, invited, links);
    }

    private void happen(RandomGenerator random) {
      switch (random.nextInt(8)) {
        case 0 -> {
          linked = true;
          cut = false;
        }
        case 1 -> {
          cut = linked || cut;
          linked = false;
        }
        case 2 -> desire = DESIRES.get(random.nextInt(DESIRES.size()));
        case 3 -> {
          pending = !actual.isIn() && actual != Standing.BANNED;
          asked = pending && random.nextInt(5) > 0; // a fifth is lost
        }
        case 4 -> actual = actual == Standing.INSIDE ? Standing.OUTSIDE : actual;
        case 5 -> known = random.nextBoolean() ? actual : known;
        case 6 -> invited = false;
        default -> links = false;
      }
    }

    private void carryOut(Step step) {
      switch (step) {
        case Step.Approve approve -> {
          actual = pending ? Standing.INSIDE : actual;
          pending = false;
          asked = false;
          // Nothing was waiting: the link stays for when they ask.
          links = links && !actual.isIn();
        }
        case Step.Decline decline -> {
          pending = false;
          asked = false;
        }
        case Step.Remove remove -> actual = Standing.OUTSIDE;
        case Step.Lift lift -> {
          actual = Standing.OUTSIDE;
          liftOwed = false;
        }
        case Step.Revoke revoke -> links = false;
        case Step.Invite invite -> {
          invited = true;
          links = true;
        }
        case Step.Nothing nothing -> {}
      }
      known = actual;
    }
  }

  @Test
  void whatever_happened_and_was_lost_a_few_steps_make_the_chat_agree() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    World world = new World();
    for (int round = 0; round < 50_000; round++) {
      world.happen(random);
      if (random.nextInt(3) == 0) {
        world.carryOut(Step.of(world.situation(false)));
      }
      if (random.nextInt(5) == 0) {
        settle(world, round);
      }
    }
  }

  private static void settle(World world, int round) {
    Step last = new Step.Nothing();
    for (int steps = 0; steps < 6; steps++) {
      boolean nobodyWaits = !world.pending;
      last = Step.of(world.situation(true));
      world.carryOut(last);
      if (last instanceof Step.Nothing || (last instanceof Step.Approve && nobodyWaits)) {
        break;
      }
    }
    Situation end = world.situation(true);
    assertThat(last).as("seed %d, round %d", SEED, round).isNotInstanceOf(Step.Remove.class);
    assertThat(end.mustLeave() && world.actual == Standing.INSIDE)
        .as("seed %d, round %d: who must leave is out", SEED, round)
        .isFalse();
    assertThat(end.mayEnter() && world.pending && world.actual == Standing.OUTSIDE && world.links)
        .as("seed %d, round %d: who may come in and asked is in", SEED, round)
        .isFalse();
    assertThat(world.asked)
        .as("seed %d, round %d: every request was answered", SEED, round)
        .isFalse();
  }

  @Test
  void in_no_situation_does_a_stranger_come_in_or_somebody_who_paid_go_out() {
    for (int bits = 0; bits < 1 << 7; bits++) {
      for (Desire desire : Desire.values()) {
        for (Standing standing : Standing.values()) {
          Situation situation =
              new Situation(
                  (bits & 1) != 0,
                  (bits & 2) != 0,
                  desire,
                  standing,
                  (bits & 4) != 0,
                  (bits & 8) != 0,
                  (bits & 16) != 0,
                  (bits & 32) != 0,
                  (bits & 64) != 0);
          Step step = Step.of(situation);
          if (step instanceof Step.Approve || step instanceof Step.Invite) {
            assertThat(situation.linked() && desire == Desire.IN).as("%s", situation).isTrue();
          }
          if (step instanceof Step.Remove) {
            assertThat(standing).isEqualTo(Standing.INSIDE);
            assertThat(situation.linked() ? desire == Desire.OUT : situation.cut())
                .as("%s", situation)
                .isTrue();
          }
          if (situation.asked() && !standing.isIn()) {
            assertThat(step).isInstanceOfAny(Step.Approve.class, Step.Decline.class);
          }
        }
      }
    }
  }

  @Test
  void access_ends_for_the_chat_only_when_it_was_said_to_end() {
    Instant now = Instant.parse("2026-11-21T09:00:00Z");
    SubscriptionState active = state(SubscriptionStatus.ACTIVE, "a", now.plusSeconds(1));
    SubscriptionState late = state(SubscriptionStatus.ACTIVE, "a", now);
    SubscriptionState over = state(SubscriptionStatus.EXPIRED, "a", now);
    SubscriptionState other = state(SubscriptionStatus.ACTIVE, "b", now.plusSeconds(1));

    assertThat(desire(now, active, over)).isEqualTo(Desire.IN);
    assertThat(desire(now, late)).isEqualTo(Desire.STAY);
    assertThat(desire(now, over, other)).isEqualTo(Desire.OUT);
    assertThat(desire(now, other)).isEqualTo(Desire.NONE);
    assertThat(desire(now)).isEqualTo(Desire.NONE);
  }

  private static Desire desire(Instant now, SubscriptionState... states) {
    return Desire.of(List.of(states), state -> state.family().equals("a"), now);
  }

  private static SubscriptionState state(SubscriptionStatus status, String family, Instant endsAt) {
    return new SubscriptionState(
        new UUID(1, family.hashCode()), 1, "cus_1", family, "plan", status, endsAt, false);
  }
}
