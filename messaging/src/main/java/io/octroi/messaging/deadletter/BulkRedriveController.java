package io.octroi.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.messaging.deadletter.DeadLetterTable.Filter;
import io.octroi.messaging.deadletter.DeadLetterViews.RedrivenAll;
import io.octroi.messaging.deadletter.Redrive.Outcome;
import io.octroi.operations.answer.Problems;
import io.octroi.operations.audit.DryRunnable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishes all dead letters again that fit a filter. */
@RestController
class BulkRedriveController {
  private final DeadLetterTable letters;
  private final Redrive redrive;
  private final DeadLetterProperties settings;

  BulkRedriveController(DeadLetterTable letters, Redrive redrive, DeadLetterProperties settings) {
    this.letters = letters;
    this.redrive = redrive;
    this.settings = settings;
  }

  /**
   * Which ones. Only what waits, or with the state {@code parked} what is parked.
   *
   * @param dryRun whether to tell only which ones; must be said
   * @param limit how many, at most; the oldest records of each partition come first
   */
  record Selection(
      @JsonProperty("dry_run") @Nullable Boolean dryRun,
      @JsonProperty("state") @Nullable @Pattern(regexp = "waiting|parked") String state,
      @JsonProperty("reason") @Nullable @Size(max = 200) String reason,
      @JsonProperty("type") @Nullable @Size(max = 200) String type,
      @JsonProperty("since") @Nullable Instant since,
      @JsonProperty("limit") @Nullable @Min(1) Integer limit) {

    Filter filter() {
      return new Filter(
          state == null ? "waiting" : state,
          reason == null ? "" : reason,
          type == null ? "" : type,
          since == null ? Instant.EPOCH : since);
    }
  }

  /** Stops where the broker does not answer; what was not published waits as before. */
  @DryRunnable
  @PostMapping("/operations/dead-letters/redrive")
  RedrivenAll redrive(
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestBody @Valid Selection selection) {
    if (!dryRun && selection.dryRun() == null) {
      throw Problems.badRequest("dry-run-not-said", "Say whether this is a dry run: dry_run");
    }
    Integer asked = selection.limit();
    int limit = Math.min(asked == null ? 100 : asked, settings.maxRedriven());
    List<UUID> fitting = letters.inOrder(selection.filter(), limit + 1);
    boolean more = fitting.size() > limit;
    List<UUID> ids = more ? fitting.subList(0, limit) : fitting;
    boolean dry = dryRun || Boolean.TRUE.equals(selection.dryRun());
    int published = dry ? 0 : publish(ids, "parked".equals(selection.state()));
    return new RedrivenAll(dry, ids.size(), more, published, dry ? 0 : ids.size() - published, ids);
  }

  private int publish(List<UUID> ids, boolean force) {
    int published = 0;
    for (UUID id : ids) {
      switch (redrive.redrive(id, force)) {
        case Outcome.Published(int round) -> published += 1;
        // Somebody else was faster.
        case Outcome.Unknown() -> {}
        case Outcome.NotWaiting(String state) -> {}
        case Outcome.BrokerAway() ->
            throw Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "broker-away",
                "The broker did not take a record; " + published + " were published before");
      }
    }
    return published;
  }
}
