package io.octroi.notifier.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Contact;
import io.octroi.notifier.NotifierContext;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.operations.stateage.StateAges;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StateBudgetsIT extends NotifierContext {
  @Autowired private StateAges ages;
  @Autowired private MeterRegistry metrics;

  @Test
  void a_delivery_that_nobody_tries_is_a_finding_until_it_is_sent() throws Exception {
    // Given: nobody sends
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    advance(Duration.ofMinutes(20));

    // When
    ages.check();

    // Then
    assertThat(findings("delivery.due", member)).isNotEmpty().allMatch(r -> r.contains("runs"));

    // When
    sendAll();
    ages.check();

    // Then
    assertThat(findings("delivery.due", member)).isEmpty();
  }

  @Test
  void a_customer_without_an_address_is_a_finding_until_it_is_known() {
    // Given
    EventExamples member = member("nowhere");
    publish(member.with(Contact.UNKNOWN).activated(1, payment(), inDays(30)));
    advance(Duration.ofHours(25));

    // When
    ages.check();

    // Then
    assertThat(findings("delivery.waiting_contact", member)).isNotEmpty();

    // When
    publish(member.amended(2, inDays(30)));
    ages.check();

    // Then
    assertThat(findings("delivery.waiting_contact", member)).isEmpty();
  }

  @Test
  void every_state_that_is_not_the_last_has_an_age() {
    for (String state :
        List.of(
            "delivery.due",
            "delivery.retrying",
            "delivery.sending",
            "delivery.waiting_contact",
            "outbox.unpublished",
            "dead_letter.open")) {
      assertThat(metrics.find("octroi.state.oldest.age").tag("state", state).gauge())
          .as(state)
          .isNotNull();
    }
  }

  /** The remedies of what is found of a customer's deliveries and open. */
  private List<String> findings(String state, EventExamples member) {
    return texts(
        """
        select f.remedy from findings f
          join deliveries d on f.subject = ? || ':' || d.id
         where f.condition = 'state_over_budget' and f.state = 'open' and d.customer_id = ?
        """,
        state,
        member.customerId());
  }
}
