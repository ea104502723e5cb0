package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void the_names_on_the_broker_stay_what_they_are() {
    assertThat(Topics.all())
        .containsExactly(
            "webhooks.v1",
            "payments.v1",
            "subscriptions.v1",
            "callbacks.v1",
            "watermarks.v1",
            "quarantine.v1");
  }

  @Test
  void a_dead_letter_topic_names_its_topic_and_its_group() {
    assertThat(Topics.deadLetter(Topics.WEBHOOKS, "payment-worker"))
        .isEqualTo("webhooks.v1.payment-worker.dlt");
  }

  @Test
  void every_name_is_one_that_kafka_takes() {
    assertThat(Topics.all())
        .allMatch(topic -> Topics.deadLetter(topic, "g").matches("[a-zA-Z0-9._-]{1,249}"));
  }
}
