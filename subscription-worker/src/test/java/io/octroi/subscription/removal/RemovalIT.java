package io.octroi.subscription.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import io.octroi.subscription.subscription.PaymentNews;
import io.octroi.subscription.watermark.Watermark;
import io.octroi.subscription.watermark.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Nobody who paid is put out. */
@TestPropertySource(
    properties = {
      "octroi.subscription.removal.require-watermarks=true",
      "octroi.subscription.removal.endpoints=stripe-eu,paypal-eu",
      "octroi.subscription.removal.margin=10m",
      "octroi.subscription.removal.small-count=5",
      "octroi.subscription.removal.max-count=60",
      "octroi.subscription.removal.max-share=0.5"
    })
class RemovalIT extends RunningWorker {
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private Watermarks watermarks;
  @Autowired private Releases releases;
  @Autowired private Arming arming;
  @Autowired private WaitingRemovals waiting;

  @BeforeEach
  void begin_with_nobody() {
    jdbc.update(
        """
        update subscriptions
           set status = 'expired', reminder_at = null, grace_until = null, grace_reason = null
         where status = 'active'
        """);
    for (String table : List.of("removals", "removal_releases", "removal_arming", "watermarks")) {
      jdbc.update("delete from " + table);
    }
    dueClock.runOnce();
  }

  @Test
  void six_hours_without_webhooks_put_no_paying_member_out_and_then_exactly_the_others() {
    // Given: 200 members whose time ends within six hours
    List<TestPayment> first = members(200, Duration.ofDays(7).minus(HOUR));
    complete(now());
    Instant outage = now();

    // When: three of four renew and nobody hears of it
    List<TestPayment> renewals = new ArrayList<>();
    for (int halfHour = 0; halfHour < 12; halfHour++) {
      pass(Duration.ofMinutes(30));
      dueClock.runOnce();
      assertThat(active(first)).as("after %s half hours", halfHour + 1).isEqualTo(200);
    }
    for (int i = 0; i < 200; i++) {
      if (i % 4 != 0) {
        renewals.add(TestPayment.paid(first.get(i).customer(), WEEKLY, outage.plusSeconds(i)));
      }
    }

    // Then: they stay, visibly
    assertThat(waiting.all())
        .singleElement()
        .satisfies(w -> assertThat(w.obstacle()).isEqualTo("watermark"))
        .satisfies(w -> assertThat(w.members()).isEqualTo(200));
    awaitAllPublished();
    assertThat(ended(first)).isEmpty();

    // When: everything is heard of
    take(renewals.toArray(TestPayment[]::new));
    complete(now().plus(HOUR));
    dueClock.runOnce();
    dueClock.runOnce();

    // Then
    List<String> others =
        first.stream()
            .map(TestPayment::customer)
            .filter(customer -> renewals.stream().noneMatch(r -> r.customer().equals(customer)))
            .toList();
    awaitAllPublished();
    assertThat(ended(first)).containsExactlyInAnyOrderElementsOf(others);
    assertThat(active(first)).isEqualTo(150);
    assertThat(waiting.all()).isEmpty();
  }

  @Test
  void an_endpoint_that_was_never_heard_of_keeps_everybody_in() {
    // Given
    List<TestPayment> members = members(3, Duration.ofDays(8));
    watermarks.hear(List.of(watermark("stripe-eu", now().plus(HOUR))));
    watermarks.count(Map.of("stripe-eu", now().plus(HOUR)));

    // When
    dueClock.runOnce();

    // Then
    assertThat(active(members)).isEqualTo(3);
  }

  @Test
  void a_batch_above_the_bound_waits_until_two_people_release_it_and_no_further() {
    // Given
    List<TestPayment> members = members(70, Duration.ofDays(8));
    List<TestPayment> running = members(100, Duration.ofDays(1));
    complete(now().plus(HOUR));

    // When
    dueClock.runOnce();

    // Then
    assertThat(active(members)).isEqualTo(70);
    assertThat(waiting.all())
        .singleElement()
        .satisfies(w -> assertThat(w.obstacle()).isEqualTo("batch"));
    assertThat(openFindings()).containsExactly("batch:signaux");

    // When: one person asks, and approves it too
    Release release =
        releases.ask(
            new Releases.Request(null, 40, now().plus(HOUR), "they all ended"), "ops-a", now());
    Releases.Approval alone = releases.approve(release.releaseId(), "ops-a", now());
    dueClock.runOnce();

    // Then
    assertThat(alone).isEqualTo(new Releases.Approval.SamePerson());
    assertThat(active(members)).isEqualTo(70);

    // When: another one approves
    releases.approve(release.releaseId(), "ops-b", now());
    dueClock.runOnce();
    dueClock.runOnce();

    // Then: as many as it says; the rest is a batch that needs nobody
    assertThat(removedBy(release)).isEqualTo(40);
    assertThat(active(members)).isEqualTo(0);
    awaitAllPublished();
    assertThat(ended(members)).hasSize(70).doesNotHaveDuplicates();
    assertThat(active(running)).isEqualTo(100);
    assertThat(openFindings()).isEmpty();
  }

  @Test
  void a_release_does_not_reach_beyond_its_number_its_time_and_those_it_was_asked_for() {
    // Given
    List<TestPayment> members = members(70, Duration.ofDays(8));
    Release lapsing =
        releases.ask(new Releases.Request(null, 70, now().plus(HOUR), "why"), "ops-a", now());
    Release small =
        releases.ask(
            new Releases.Request(null, 2, now().plus(HOUR.multipliedBy(9)), "why"), "ops-a", now());
    List<TestPayment> later = members(1, Duration.ofDays(7).minusSeconds(60));

    // When: no watermark at all
    pass(HOUR);
    assertThat(releases.approve(lapsing.releaseId(), "ops-b", now()))
        .isEqualTo(new Releases.Approval.TooLate());
    releases.approve(small.releaseId(), "ops-b", now());
    dueClock.runOnce();
    dueClock.runOnce();

    // Then
    assertThat(active(members)).isEqualTo(68);
    assertThat(active(later)).isEqualTo(1);
  }

  @Test
  void a_family_that_is_not_armed_keeps_its_members() {
    // Given
    List<TestPayment> members = members(3, Duration.ofDays(8));
    complete(now().plus(HOUR));
    arming.set(new Arming.Decision("signaux", false, "moving chats", "ops-a", now()));

    // When
    dueClock.runOnce();

    // Then
    assertThat(active(members)).isEqualTo(3);
    assertThat(openFindings()).containsExactly("not_armed:signaux");

    // When
    arming.set(new Arming.Decision("signaux", true, "moved", "ops-a", now()));
    dueClock.runOnce();

    // Then
    assertThat(active(members)).isZero();
    assertThat(openFindings()).isEmpty();
  }

  /** Members of a week who paid so long ago, a minute apart. */
  private List<TestPayment> members(int count, Duration ago) {
    List<TestPayment> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant paidAt = now().minus(ago).plusSeconds(60L * i);
      members.add(TestPayment.paid(newCustomer(), WEEKLY, paidAt));
    }
    // Everybody heard of it in time.
    transactions.executeWithoutResult(status ->
        changes.apply(
            members.stream().map(m -> new PaymentNews(m.snapshot(), "")).toList(),
            List.of(),
            now().minus(ago).plus(HOUR.multipliedBy(4))));
    return members;
  }

  private void complete(Instant until) {
    watermarks.hear(List.of(watermark("stripe-eu", until), watermark("paypal-eu", until)));
    watermarks.count(Map.of("stripe-eu", until, "paypal-eu", until));
  }

  private Watermark watermark(String endpoint, Instant until) {
    return new Watermark(endpoint, "any", until, now());
  }

  private int active(List<TestPayment> members) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from subscriptions where status = 'active' and customer_id = any(?)",
            Integer.class,
            (Object) customers(members));
    return count == null ? 0 : count;
  }

  private int removedBy(Release release) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from removals where release_id = ?",
            Integer.class,
            release.releaseId());
    return count == null ? 0 : count;
  }

  private List<String> openFindings() {
    return jdbc.query(
        "select subject from findings where condition = 'removals_waiting' and state = 'open'",
        (row, number) -> row.getString(1));
  }

  /** The customers whose end was told, as often as it was. */
  private static List<String> ended(List<TestPayment> members) {
    List<String> customers = List.of(customers(members));
    return toldByCustomer().entrySet().stream()
        .filter(told -> customers.contains(told.getKey()))
        .flatMap(told -> told.getValue().stream())
        .filter(SubscriptionExpired.class::isInstance)
        .map(event -> event.customerId())
        .toList();
  }

  private static String[] customers(List<TestPayment> members) {
    return members.stream().map(TestPayment::customer).toArray(String[]::new);
  }
}
