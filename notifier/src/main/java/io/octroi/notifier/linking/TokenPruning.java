package io.octroi.notifier.linking;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets start tokens that nobody can use any more. */
class TokenPruning {
  private final StartTokens tokens;
  private final LinkingProperties properties;
  private final Clock clock;

  TokenPruning(StartTokens tokens, LinkingProperties properties, Clock clock) {
    this.tokens = tokens;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void prune() {
    tokens.prune(clock.instant().minus(properties.retention()));
  }
}
