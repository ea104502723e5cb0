package io.octroi.platform.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.EventListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final String KEY = "sk_test_local";

  private final StripeIds ids = StripeIds.seeded(7);
  private final StripeEvents events = new StripeEvents(ids);
  private final StripeStandIn stripe =
      StripeStandIn.start(
          new StripeStandIn.Settings(0, KEY, ids, Clock.fixed(NOW, ZoneOffset.UTC)));
  private final StripeClient client = client(KEY);

  @AfterEach
  void stop() {
    stripe.close();
  }

  @Test
  void events_are_listed_newest_first_in_pages_with_their_filters() throws Exception {
    // Given
    List<String> published = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      StripePayment payment = StripePayment.of(ids, 4900, "eur", "user-" + i, NOW);
      StripeEvent event = events.checkoutCompleted(payment, NOW.plusSeconds(i));
      stripe.publish(event);
      stripe.publish(events.chargeSucceeded(payment, NOW.plusSeconds(i)));
      published.addFirst(event.id());
    }
    EventListParams.Builder page =
        EventListParams.builder()
            .addType("checkout.session.completed")
            .setCreated(EventListParams.Created.builder().setGte(NOW.getEpochSecond() + 1).build())
            .setLimit(3L);

    // When
    StripeCollection<Event> first = client.v1().events().list(page.build());
    StripeCollection<Event> second =
        client.v1().events().list(page.setStartingAfter(first.getData().getLast().getId()).build());

    // Then
    assertThat(first.getHasMore()).isTrue();
    assertThat(first.getData()).extracting(Event::getId).isEqualTo(published.subList(0, 3));
    assertThat(second.getHasMore()).isFalse();
    assertThat(second.getData()).extracting(Event::getId).isEqualTo(published.subList(3, 4));
  }

  @Test
  void objects_of_a_published_event_are_found_by_their_ids() throws Exception {
    // Given
    StripePayment payment =
        StripePayment.of(ids, 4900, "eur", "user-1", NOW).withMetadata("plan_code", "monthly");
    stripe.putPaid(payment);
    stripe.publish(events.chargeRefunded(payment, 0, 1900, NOW));

    // When
    Session session = client.v1().checkout().sessions().retrieve(payment.session());

    // Then
    assertThat(session.getPaymentStatus()).isEqualTo("paid");
    assertThat(session.getMetadata()).containsEntry("plan_code", "monthly");
    assertThat(client.v1().charges().retrieve(payment.charge()).getAmountRefunded())
        .isEqualTo(1900);
    assertThat(client.v1().paymentIntents().retrieve(payment.paymentIntent()).getStatus())
        .isEqualTo("succeeded");
    assertThat(client.v1().customers().retrieve(payment.customer()).getId())
        .isEqualTo(payment.customer());
  }

  @Test
  void refusals_arrive_as_the_exceptions_a_client_knows() {
    assertThatThrownBy(() -> client.v1().charges().retrieve("ch_missing"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("No such charge: 'ch_missing'; code: resource_missing");
    assertThatThrownBy(() -> client("sk_test_other").v1().events().list())
        .isInstanceOf(AuthenticationException.class);
    stripe.server().script(StripeErrors.rateLimited());
    assertThatThrownBy(() -> client.v1().events().list()).isInstanceOf(RateLimitException.class);
  }

  @Test
  void a_session_is_opened_once_for_one_key_and_paid() throws Exception {
    // Given
    RequestOptions once = RequestOptions.builder().setIdempotencyKey("order-1").build();
    Session opened = client.v1().checkout().sessions().create(session(4900), once);
    Session again = client.v1().checkout().sessions().create(session(4900), once);

    // When
    List<StripeEvent> made = stripe.pay(opened.getId());

    // Then
    assertThat(again.getId()).isEqualTo(opened.getId());
    assertThat(opened.getUrl()).endsWith(opened.getId());
    assertThatThrownBy(() -> client.v1().checkout().sessions().create(session(5000), once))
        .isInstanceOf(IdempotencyException.class);
    assertThat(made)
        .extracting(StripeEvent::type)
        .containsExactly(
            "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed");
    Session paid = client.v1().checkout().sessions().retrieve(opened.getId());
    assertThat(paid.getStatus()).isEqualTo("complete");
    assertThat(paid.getAmountTotal()).isEqualTo(4900);
    assertThat(paid.getClientReferenceId()).isEqualTo("user-1");
  }

  private static SessionCreateParams session(long amount) {
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .setClientReferenceId("user-1")
        .setSuccessUrl("https://shop.example/paid")
        .addLineItem(
            SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                    SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("eur")
                        .setUnitAmount(amount)
                        .build())
                .build())
        .build();
  }

  private StripeClient client(String key) {
    return StripeClient.builder().setApiKey(key).setApiBase(stripe.uri().toString()).build();
  }
}
