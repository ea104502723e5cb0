package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.platform.stripe.StripeErrors;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripePayment;
import io.octroi.platform.stripe.StripeStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkIT extends PolledEndpoint {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final StripeIds ids = StripeIds.random();
  private final StripeStandIn stripe =
      StripeStandIn.start(new StripeStandIn.Settings(0, "sk_test", ids, clock));
  private final Window window = new Window(at(0), at(60));
  private final List<VerifiedWebhook> seen = new ArrayList<>();

  @BeforeEach
  void seven_payments() {
    StripeEvents events = new StripeEvents(ids);
    for (int i = 0; i < 7; i++) {
      StripePayment payment = StripePayment.of(ids, 4900, "eur", "customer-" + i, at(i));
      stripe.publish(events.checkoutCompleted(payment, at(i)));
    }
  }

  @AfterEach
  void stop() {
    stripe.close();
  }

  @Test
  void every_page_of_a_window_is_seen() {
    assertThat(walk(4, LONG)).isEmpty();
    assertThat(seen).hasSize(7);
  }

  @Test
  void a_list_with_too_many_pages_is_said_to_be_cut() {
    assertThat(walk(3, LONG)).hasValue("too_many_pages");
    assertThat(seen).hasSize(6);
  }

  @Test
  void a_list_that_takes_too_long_is_said_to_be_cut() {
    assertThat(walk(4, Duration.ZERO)).hasValue("too_slow");
    assertThat(seen).isEmpty();
  }

  @Test
  void a_provider_that_fails_is_said_to_have_failed() {
    // Given
    stripe.server().script(2, _ -> true, StripeErrors.serverError());

    // Then
    assertThat(walk(4, LONG)).hasValue("server_error");
  }

  private Optional<String> walk(int maxPages, Duration timeout) {
    Asked asked = Asked.of("stripe", stripe.uri(), "{\"api_key\":\"sk_test\"}").paged(2, 50);
    EventSource source = source(asked, settings(asked.pageSize(), 50, LONG));
    return new Walk(maxPages, timeout).through(source, window, seen::addAll);
  }
}
