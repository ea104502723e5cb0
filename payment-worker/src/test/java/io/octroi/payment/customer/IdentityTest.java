package io.octroi.payment.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.payment.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTest {
  private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

  static LongStream seeds() {
    return Seeds.fresh(300);
  }

  @Test
  void the_better_source_outweighs_the_earlier_one() {
    // Given
    Identity metadata = said("by-metadata", CustomerSource.METADATA, 1);
    Identity reference = said("by-reference", CustomerSource.CLIENT_REFERENCE, 9);

    // Then
    assertThat(metadata.join(reference).customerId()).isEqualTo("by-reference");
    assertThat(reference.join(metadata).customerId()).isEqualTo("by-reference");
  }

  @Test
  void of_equal_sources_the_earlier_counts_and_of_a_persons_decisions_the_newest() {
    assertThat(
            said("first", CustomerSource.METADATA, 1)
                .join(said("second", CustomerSource.METADATA, 2))
                .customerId())
        .isEqualTo("first");
    assertThat(
            said("first", CustomerSource.OPERATOR, 1)
                .join(said("second", CustomerSource.OPERATOR, 2))
                .customerId())
        .isEqualTo("second");
  }

  @Test
  void parts_come_from_whoever_knows_them() {
    // Given
    Identity email = Identity.of(contact(new Contact("a@example.org", null, null)), START, "e1");
    Identity language = Identity.of(contact(new Contact(null, "fr", null)), START, "e2");

    // Then
    assertThat(email.join(language).contact()).isEqualTo(new Contact("a@example.org", "fr", null));
    assertThat(email.join(language).customerId()).isNull();
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void joining_in_any_order_and_any_number_of_times_is_the_same(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    List<Identity> claims =
        IntStream.range(0, random.nextInt(1, 8)).mapToObj(i -> random(i, random)).toList();
    Identity expected = claims.stream().reduce(Identity.UNKNOWN, Identity::join);

    // Then
    for (int i = 0; i < 10; i++) {
      assertThat(
              Seeds.shuffledWithDuplicates(claims, random).stream()
                  .reduce(Identity.UNKNOWN, Identity::join))
          .as(Seeds.label(seed))
          .isEqualTo(expected);
    }
  }

  private static Identity random(int event, RandomGenerator random) {
    CustomerSource[] customers = CustomerSource.values();
    PlanSource[] plans = PlanSource.values();
    Claim claim =
        new Claim(
            "cust-" + random.nextInt(4),
            customers[random.nextInt(customers.length)],
            "plan-" + random.nextInt(4),
            plans[random.nextInt(plans.length)],
            new Contact(random.nextInt(3) + "@example.org", null, random.nextLong(1, 5)));
    return Identity.of(claim, START.plusSeconds(random.nextInt(3)), "evt_" + event);
  }

  private static Identity said(String customer, CustomerSource source, int second) {
    Claim claim = new Claim(customer, source, null, PlanSource.PRICE, Contact.UNKNOWN);
    return Identity.of(claim, START.plusSeconds(second), "evt_" + (10 - second));
  }

  private static Claim contact(Contact contact) {
    return new Claim(null, CustomerSource.METADATA, null, PlanSource.PRICE, contact);
  }
}
