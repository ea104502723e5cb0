package io.octroi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.jobs.TopicChange.Configure;
import io.octroi.jobs.TopicChange.Create;
import io.octroi.jobs.TopicChange.Existing;
import io.octroi.jobs.TopicChange.Repartition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicChangeTest {
  private static final DeclaredTopic PAYMENTS =
      new DeclaredTopic("payments.v1", 12, (short) 3, Map.of("min.insync.replicas", "2"));

  @Test
  void what_is_missing_is_created() {
    assertThat(TopicChange.between(List.of(PAYMENTS), Map.of()))
        .containsExactly(new Create(PAYMENTS));
  }

  @Test
  void what_is_as_declared_is_left_alone() {
    Existing same = new Existing(12, Map.of("min.insync.replicas", "2", "retention.ms", "1000"));

    assertThat(TopicChange.between(List.of(PAYMENTS), Map.of("payments.v1", same))).isEmpty();
  }

  @Test
  void only_settings_that_differ_are_set() {
    Existing careless = new Existing(12, Map.of("min.insync.replicas", "1"));

    assertThat(TopicChange.between(List.of(PAYMENTS), Map.of("payments.v1", careless)))
        .containsExactly(new Configure("payments.v1", Map.of("min.insync.replicas", "2")));
  }

  @Test
  void another_number_of_partitions_is_for_people_to_decide() {
    Existing small = new Existing(6, Map.of("min.insync.replicas", "2"));

    assertThat(TopicChange.between(List.of(PAYMENTS), Map.of("payments.v1", small)))
        .containsExactly(new Repartition("payments.v1", 6, 12));
  }
}
