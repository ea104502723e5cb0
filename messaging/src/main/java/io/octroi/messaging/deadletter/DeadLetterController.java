package io.octroi.messaging.deadletter;

import io.octroi.messaging.deadletter.DeadLetterTable.Filter;
import io.octroi.messaging.deadletter.DeadLetterViews.Letter;
import io.octroi.messaging.deadletter.DeadLetterViews.Opened;
import io.octroi.messaging.deadletter.DeadLetterViews.Redriven;
import io.octroi.messaging.deadletter.Redrive.Outcome;
import io.octroi.operations.answer.Page;
import io.octroi.operations.answer.Problems;
import io.octroi.operations.audit.Audited;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what was put aside and lets them decide about one record. */
@RestController
@RequestMapping("/operations/dead-letters")
class DeadLetterController {
  static final String STATES = "|waiting|redriven|settled|parked|discarded";

  /** Past the last id. */
  private static final String END = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final DeadLetterTable letters;
  private final Redrive redrive;

  DeadLetterController(DeadLetterTable letters, Redrive redrive) {
    this.letters = letters;
    this.redrive = redrive;
  }

  /** Newest first. */
  @GetMapping
  Page<Letter> list(
      @RequestParam(name = "state", defaultValue = "") @Pattern(regexp = STATES) String state,
      @RequestParam(name = "reason", defaultValue = "") @Size(max = 200) String reason,
      @RequestParam(name = "type", defaultValue = "") @Size(max = 200) String type,
      @RequestParam(name = "since", defaultValue = "1970-01-01T00:00:00Z") Instant since,
      @RequestParam(name = "before", defaultValue = END) UUID before,
      @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    Filter filter = new Filter(state, reason, type, since);
    return Page.of(
        letters.list(filter, before, Page.toRead(limit)), limit, Letter::of, DeadLetterRow::id);
  }

  @GetMapping("/{id}")
  Opened one(@PathVariable("id") UUID id) {
    return opened(id, false);
  }

  /** With key and body, which may hold personal data. */
  @Audited
  @GetMapping(path = "/{id}", params = "body=true")
  Opened withBody(@PathVariable("id") UUID id) {
    return opened(id, true);
  }

  /** Publishes it again, if it waits; with force also what is parked, discarded or under way. */
  @PostMapping("/{id}/redrive")
  Redriven redrive(
      @PathVariable("id") UUID id,
      @RequestParam(name = "force", defaultValue = "false") boolean force) {
    return switch (redrive.redrive(id, force)) {
      case Outcome.Published(int round) -> new Redriven(id, "published", round);
      case Outcome.Unknown() -> throw notFound();
      case Outcome.NotWaiting(String state) ->
          throw Problems.conflict("dead-letter-not-waiting", "The dead letter is " + state);
      case Outcome.BrokerAway() ->
          throw Problems.of(
              HttpStatus.SERVICE_UNAVAILABLE, "broker-away", "The broker did not take the record");
    };
  }

  /** Says that it shall never be handled. */
  @PostMapping("/{id}/discard")
  Letter discard(@PathVariable("id") UUID id) {
    boolean discarded = letters.discard(id);
    DeadLetterRow row = row(id);
    if (!discarded) {
      throw Problems.conflict("dead-letter-not-waiting", "The dead letter is " + row.state());
    }
    return Letter.of(row);
  }

  private Opened opened(UUID id, boolean withBody) {
    return Opened.of(row(id), letters.content(id), withBody);
  }

  private DeadLetterRow row(UUID id) {
    return letters.find(id).orElseThrow(DeadLetterController::notFound);
  }

  private static RuntimeException notFound() {
    return Problems.notFound("No such dead letter");
  }
}
