package io.octroi.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.walks.Walk.End;

/** What must hold at the end of every walk. */
final class Sense {
  private Sense() {}

  /** Whatever the way: nobody who paid goes unheard, and the last word is true. */
  static void holds(Scenario scenario, End end) {
    assertThat(end.confirmed()).doesNotHaveDuplicates();
    assertThat(end.confirmed()).containsAll(end.usable());
    end.standings()
        .forEach((subscription, in) -> {
          boolean toldIn = end.lastWords().getOrDefault(subscription, false);
          assertThat(toldIn).isEqualTo(in);
        });
    for (String payment : end.payments()) {
      if (payment.contains("Content[")) {
        String reference = payment.substring(0, payment.indexOf(' '));
        assertThat(payment.contains("paidAt=null"))
            .as(payment)
            .isEqualTo(scenario.paid().stream().noneMatch(reference::endsWith));
      }
    }
  }
}
