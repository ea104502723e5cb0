package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.backfill.PollOutcome.Complete;
import io.octroi.payment.backfill.PollOutcome.Failed;
import io.octroi.payment.backfill.PollOutcome.Filling;
import io.octroi.payment.backfill.PollOutcome.NotDue;
import io.octroi.platform.http.Answer;
import io.octroi.platform.stripe.StripeErrors;
import io.octroi.platform.stripe.StripeEvent;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripePayment;
import io.octroi.platform.stripe.StripeStandIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeBackfillIT extends PolledEndpoint {
  private final StripeIds ids = StripeIds.random();
  private final StripeEvents events = new StripeEvents(ids);
  private final StripeStandIn stripe =
      StripeStandIn.start(new StripeStandIn.Settings(0, "sk_test", ids, clock));
  private final Asked asked = Asked.of("stripe", stripe.uri(), "{\"api_key\":\"sk_test\"}");

  @AfterEach
  void stop() {
    stripe.close();
  }

  @Test
  void two_hours_without_a_webhook_come_back_by_one_poll_and_late_webhooks_change_nothing() {
    // Given
    Poller poller = poller(asked);
    StripePayment kept = bought();
    StripePayment refunded = bought();
    StripePayment disputed = bought();
    List<StripeEvent> missed = new ArrayList<>();
    for (StripePayment payment : List.of(kept, refunded, disputed)) {
      missed.add(events.checkoutCompleted(payment, at(10)));
      missed.add(events.chargeSucceeded(payment, at(10)));
    }
    missed.add(events.chargeRefunded(refunded, 0, 1900, at(60)));
    missed.add(events.disputeCreated(disputed, events.newDisputeId(), at(90)));
    missed.forEach(stripe::publish);
    clock.forward(TWO_HOURS);

    // When
    PollOutcome first = poller.poll(endpoint);
    Awaitility.await().until(() -> inLedger() == missed.size());

    // Then
    assertThat(first).isEqualTo(new Filling(missed.size()));
    assertThat(status(kept.paymentIntent())).isEqualTo("succeeded");
    assertThat(status(refunded.paymentIntent())).isEqualTo("partially_refunded");
    assertThat(status(disputed.paymentIntent())).isEqualTo("disputed");
    assertThat(origins()).isEqualTo("backfill");
    assertThat(row().completeUntil()).isEqualTo(BEFORE);

    // When
    clock.forward(Duration.ofSeconds(1));
    PollOutcome second = poller.poll(endpoint);

    // Then
    assertThat(second).isInstanceOf(Complete.class);
    assertThat(row().completeUntil()).isAfter(START.plus(TWO_HOURS).minusSeconds(60));
    lateWebhooksChangeNothing(
        Set.of(kept.paymentIntent(), refunded.paymentIntent(), disputed.paymentIntent()),
        missed.stream().map(event -> posted(event, event.json())).toArray(VerifiedWebhook[]::new));
  }

  @Test
  void an_api_that_is_away_leaves_the_watermark_and_says_so() {
    // Given
    Poller poller = poller(asked);
    stripe.publish(events.checkoutCompleted(bought(), at(10)));
    clock.forward(TWO_HOURS);
    stripe.server().script(2, _ -> true, StripeErrors.serverError());

    // When
    PollOutcome failed = poller.poll(endpoint);

    // Then
    assertThat(failed).isEqualTo(new Failed("server_error"));
    assertThat(row().state()).isEqualTo("failing");
    assertThat(row().failure()).isEqualTo("server_error");
    assertThat(row().completeUntil()).isEqualTo(BEFORE);
    assertThat(poller.poll(endpoint)).isEqualTo(new NotDue());
    clock.forward(Duration.ofMinutes(1));
    assertThat(poller.poll(endpoint)).isInstanceOf(Filling.class);
  }

  @Test
  void an_answer_that_is_cut_short_leaves_the_watermark() {
    // Given
    Poller poller = poller(asked);
    clock.forward(TWO_HOURS);
    stripe.server().script(2, _ -> true, new Answer.CutShort());

    // When, then
    assertThat(poller.poll(endpoint)).isInstanceOf(Failed.class);
    assertThat(row().completeUntil()).isEqualTo(BEFORE);
  }

  @Test
  void nobody_knows_what_happened_before_the_provider_forgot() {
    // Given
    Poller poller = poller(asked);
    stripe.publish(events.checkoutCompleted(bought(), at(10)));

    // When
    clock.forward(Duration.ofDays(31));
    PollOutcome outcome = poller.poll(endpoint);

    // Then
    assertThat(outcome).isEqualTo(new Failed("beyond_retention"));
    assertThat(row().completeUntil()).isEqualTo(BEFORE);
  }

  @Test
  void many_events_come_over_many_pages_and_too_many_in_parts() {
    // Given
    Poller poller = poller(asked.paged(50, 3));
    for (int i = 0; i < 250; i++) {
      stripe.publish(events.any("charge.expired", Map.of("id", "ch_" + i), at(1).plusSeconds(i)));
    }
    clock.forward(TWO_HOURS);

    // When
    Awaitility.await()
        .until(() -> {
          clock.forward(Duration.ofSeconds(5));
          return poller.poll(endpoint) instanceof Complete && inLedger() == 250;
        });

    // Then
    assertThat(inLedger()).isEqualTo(250);
  }

  @Test
  void two_instances_poll_once() throws Exception {
    // Given
    Poller one = poller(asked);
    Poller other = poller(asked);
    clock.forward(TWO_HOURS);
    stripe.server().script(1, _ -> true, new Answer.Late(Duration.ofMillis(300)));

    // When
    List<PollOutcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<PollOutcome> first = threads.submit(() -> one.poll(endpoint));
      Future<PollOutcome> second = threads.submit(() -> other.poll(endpoint));
      outcomes.add(first.get());
      outcomes.add(second.get());
    }

    // Then
    assertThat(outcomes).hasAtLeastOneElementOfType(Complete.class).contains(new NotDue());
    assertThat(stripe.server().requests()).hasSize(1);
  }

  @Test
  void a_crash_between_publishing_and_recording_is_made_good_by_the_next_poll() {
    // Given
    StripePayment payment = bought();
    stripe.publish(events.checkoutCompleted(payment, at(10)));
    clock.forward(TWO_HOURS);
    BackfillProperties shortly = settings(100, 50, Duration.ofMillis(50));
    EventSource source = source(asked, shortly);
    Poller crashing =
        poller(
            (window, cursor) -> {
              if (!cursor.isEmpty()) {
                throw new IllegalStateException("killed after the first page was published");
              }
              EventSource.Page page = source.page(window, cursor);
              return new EventSource.Page(page.events(), page.undecided(), Optional.of("more"));
            },
            shortly);

    // When
    assertThatIllegalStateException().isThrownBy(() -> crashing.poll(endpoint));
    Awaitility.await().until(() -> inLedger() == 1);

    // Then
    assertThat(row().completeUntil()).isEqualTo(BEFORE);
    Poller next = poller(source, shortly);
    Awaitility.await().until(() -> next.poll(endpoint) instanceof Complete);
    assertThat(inLedger()).isEqualTo(1);
    assertThat(status(payment.paymentIntent())).isEqualTo("succeeded");
  }

  @Test
  void who_was_overtaken_moves_no_watermark() {
    // Given
    Poller poller = poller(asked);
    clock.forward(TWO_HOURS);
    Watermarks watermarks = watermarks();
    Claimed overtaken =
        watermarks.claim(endpoint, "slow", Duration.ofMillis(50), clock.instant()).orElseThrow();
    stripe.publish(events.checkoutCompleted(bought(), at(10)));
    Awaitility.await().until(() -> poller.poll(endpoint) instanceof Filling);

    // When
    watermarks.complete(overtaken, clock.instant(), clock.instant(), clock.instant());

    // Then
    assertThat(row().completeUntil()).isEqualTo(BEFORE);
  }

  @Test
  void an_event_posted_twice_with_other_bytes_stays_a_conflict() {
    // Given
    StripeEvent event = events.checkoutCompleted(bought(), at(1));

    // When
    handle(posted(event, event.json()));
    handle(posted(event, event.json() + " "));

    // Then
    assertThat(conflicts()).isEqualTo(1);
  }

  private StripePayment bought() {
    return StripePayment.of(ids, 4900, "eur", "customer-" + UUID.randomUUID(), START)
        .withMetadata("plan_code", "signaux-monthly");
  }

  private VerifiedWebhook posted(StripeEvent event, String body) {
    return new VerifiedWebhook(
        endpoint,
        "stripe",
        event.id(),
        event.type(),
        event.id(),
        event.createdAt(),
        clock.instant(),
        Provenance.webhook(Trust.SIGNED, "v1"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
