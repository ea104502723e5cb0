package io.octroi.notifier.intake;

import static io.octroi.notifier.NotificationExamples.ENDS_AT;
import static io.octroi.notifier.NotificationExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewestTest {
  private final EventExamples events =
      new EventExamples(
          new UUID(5, 2), "cus_1", "signaux", new Contact("old@example.com", "fr", null), NOW);

  @Test
  void the_highest_version_counts_in_any_order() {
    SubscriptionEvent active = events.activated(1, new UUID(1, 1), ENDS_AT);
    SubscriptionEvent over = events.reversed(2, ENDS_AT);

    for (Newest newest : List.of(newest(active, over), newest(over, active))) {
      assertThat(newest.states())
          .singleElement()
          .satisfies(state -> {
            assertThat(state.version()).isEqualTo(2);
            assertThat(state.status()).isEqualTo(SubscriptionStatus.EXPIRED);
            assertThat(state.reversed()).isTrue();
          });
    }
  }

  @Test
  void a_newer_contact_is_completed_by_an_older_one() {
    SubscriptionEvent older = events.activated(1, new UUID(1, 1), ENDS_AT);
    SubscriptionEvent newer =
        events.with(new Contact("new@example.com", null, 42L)).amended(2, ENDS_AT);

    for (Newest newest : List.of(newest(older, newer), newest(newer, older))) {
      assertThat(newest.contacts())
          .singleElement()
          .satisfies(told ->
              assertThat(told.contact()).isEqualTo(new Contact("new@example.com", "fr", 42L)));
    }
  }

  private static Newest newest(SubscriptionEvent... events) {
    return Newest.of(List.of(events).stream().map(event -> new Incoming(event, "")).toList());
  }
}
