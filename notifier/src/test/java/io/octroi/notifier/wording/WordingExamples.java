package io.octroi.notifier.wording;

import java.time.ZoneId;
import java.util.Map;

/** Wording as tests need it. */
public final class WordingExamples {
  private WordingExamples() {}

  /** French by default, in UTC. */
  public static Wording ofPlan(String code, String name) {
    return new Wording(
        WordingConfiguration.messages(),
        new WordingProperties(Language.FRENCH, ZoneId.of("UTC"), Map.of(code, name)));
  }
}
