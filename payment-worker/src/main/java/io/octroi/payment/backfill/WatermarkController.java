package io.octroi.payment.backfill;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows operators up to when everything is known, and lets them ask a provider at once. */
@RestController
@RequestMapping("/operations/watermarks")
class WatermarkController {
  private final Watermarks watermarks;
  private final Poller poller;
  private final Clock clock;

  WatermarkController(Watermarks watermarks, Poller poller, Clock clock) {
    this.watermarks = watermarks;
    this.poller = poller;
    this.clock = clock;
  }

  /** One endpoint's watermark. */
  record View(
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("provider") String provider,
      @JsonProperty("complete_until") Instant completeUntil,
      @JsonProperty("age_seconds") long ageSeconds,
      @JsonProperty("polled_at") @Nullable Instant polledAt,
      @JsonProperty("next_poll_at") Instant nextPollAt,
      @JsonProperty("state") String state,
      @JsonProperty("failure") String failure) {}

  /** What a poll came to. */
  record Polled(@JsonProperty("outcome") String outcome) {}

  @GetMapping
  List<View> watermarks() {
    Instant now = clock.instant();
    return watermarks.all().stream()
        .map(row ->
            new View(
                row.endpoint(),
                row.provider(),
                row.completeUntil(),
                Duration.between(row.completeUntil(), now).toSeconds(),
                row.polledAt(),
                row.nextPollAt(),
                row.state(),
                row.failure()))
        .toList();
  }

  /**
   * Asks now.
   *
   * @param since from when on, where that is before what a poll looks at by itself
   */
  @PostMapping("/{endpoint}/poll")
  Polled poll(
      @PathVariable String endpoint,
      @RequestParam(defaultValue = "9999-12-31T23:59:59Z") Instant since) {
    if (!poller.endpoints().contains(endpoint)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such endpoint is polled");
    }
    return new Polled(poller.pollNow(endpoint, since).word());
  }
}
