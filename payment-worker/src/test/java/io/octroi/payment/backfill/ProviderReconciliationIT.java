package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.payment.ReconciledWorker;
import io.octroi.platform.stripe.StripeErrors;
import io.octroi.platform.stripe.StripeEvent;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripePayment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider lists, over real HTTP, against the ledger, while no poll is due. */
class ProviderReconciliationIT extends ReconciledWorker {
  private static final String LACKING = "provider_event_not_in_ledger";
  private static final String NOT_COMPARED = "provider_not_compared";
  private static final String POLL = "/operations/watermarks/" + LiveProvider.ENDPOINT + "/poll";

  @Autowired private Clock systemClock;

  @BeforeEach
  void nothing_lacks() {
    await().until(() -> post(POLL).body().contains("\"complete\""));
  }

  @Test
  void what_the_ledger_lacks_is_found_by_name_until_a_poll_has_brought_it() throws Exception {
    // Given
    StripeEvent missed = happened(Duration.ofMinutes(40));
    StripeEvent onItsWay = happened(Duration.ofSeconds(5));

    // When
    reconcile();

    // Then
    assertThat(findingsOf(subject(missed))).containsExactly(LACKING + " open");
    assertThat(findingsOf(subject(onItsWay))).isEmpty();
    assertThat(detail(missed).path("provider").asString()).isEqualTo("stripe");
    assertThat(detail(missed).path("event_type").asString())
        .isEqualTo("checkout.session.completed");
    assertThat(Instant.parse(detail(missed).path("occurred_at").asString()))
        .isBefore(systemClock.instant().minus(Duration.ofMinutes(39)));
    assertThat(remedy(missed))
        .startsWith("octroi watermarks poll " + LiveProvider.ENDPOINT + " --since ");
    assertThat(get("/operations/story?event=" + missed.id())).contains(LACKING);

    // When: as the remedy says
    String since = remedy(missed).replaceFirst(".* --since (\\S+) .*", "$1");
    assertThat(post(POLL + "?since=" + since).body()).contains("filling");
    await()
        .untilAsserted(() -> {
          reconcile();
          assertThat(findingsOf(subject(missed))).containsExactly(LACKING + " resolved");
        });
    reconcile();

    // Then
    assertThat(findingsOf(subject(missed))).containsExactly(LACKING + " resolved");
    assertThat(payment(reference(missed))).isPresent();
  }

  @Test
  void a_provider_that_cannot_be_asked_is_a_finding_and_takes_none_back() throws Exception {
    // Given
    StripeEvent missed = happened(Duration.ofMinutes(30));
    reconcile();
    LiveProvider.STRIPE.server().script(9, _ -> true, StripeErrors.serverError());

    // When
    reconcile();

    // Then
    assertThat(findingsOf(LiveProvider.ENDPOINT)).containsExactly(NOT_COMPARED + " open");
    assertThat(findingsOf(subject(missed))).containsExactly(LACKING + " open");

    // When
    LiveProvider.STRIPE.server().clearScript();
    reconcile();

    // Then
    assertThat(findingsOf(LiveProvider.ENDPOINT)).containsExactly(NOT_COMPARED + " resolved");
    post(POLL + "?since=" + systemClock.instant().minus(Duration.ofHours(1)));
    await().until(() -> payment(reference(missed)).isPresent());
  }

  @Test
  void what_the_window_has_left_behind_stays_found() throws Exception {
    // Given
    String longAgo = LiveProvider.ENDPOINT + "/evt_" + UUID.randomUUID();
    jdbc.sql(
            """
            insert into findings (id, condition, subject, state, present, first_seen, last_seen,
                                  count, detail, remedy)
            values (?, ?, ?, 'open', true, now() - interval '9 days', now() - interval '9 days', 1,
                    '{}', '')
            """)
        .params(UUID.randomUUID(), LACKING, longAgo)
        .update();

    try {
      // When
      reconcile();

      // Then
      assertThat(findingsOf(longAgo)).containsExactly(LACKING + " open");
      assertThat(
              jdbc.sql(
                      "select last_seen > first_seen and count = 2 from findings where subject = ?")
                  .param(longAgo)
                  .query(Boolean.class)
                  .single())
          .isTrue();
    } finally {
      jdbc.sql("delete from findings where subject = ?").param(longAgo).update();
    }
  }

  private StripeEvent happened(Duration ago) {
    Instant at = systemClock.instant().minus(ago);
    StripePayment payment =
        StripePayment.of(LiveProvider.IDS, 4900, "eur", "customer-" + UUID.randomUUID(), at)
            .withMetadata("plan_code", "signaux-monthly");
    StripeEvent event = new StripeEvents(LiveProvider.IDS).checkoutCompleted(payment, at);
    LiveProvider.STRIPE.publish(event);
    return event;
  }

  private static String reference(StripeEvent event) {
    return JsonMapper.shared()
        .readTree(event.json())
        .path("data")
        .path("object")
        .path("payment_intent")
        .asString();
  }

  private static String subject(StripeEvent event) {
    return LiveProvider.ENDPOINT + "/" + event.id();
  }

  private JsonNode detail(StripeEvent event) {
    return JsonMapper.shared().readTree(column("detail::text", event));
  }

  private String remedy(StripeEvent event) {
    return column("remedy", event);
  }

  private String column(String name, StripeEvent event) {
    return jdbc.sql("select " + name + " from findings where subject = ?")
        .param(subject(event))
        .query(String.class)
        .single();
  }
}
