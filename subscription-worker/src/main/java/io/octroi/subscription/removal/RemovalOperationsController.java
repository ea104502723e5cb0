package io.octroi.subscription.removal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.operations.access.Operator;
import io.octroi.operations.answer.Problems;
import io.octroi.operations.audit.Reason;
import io.octroi.subscription.removal.Releases.Approval;
import io.octroi.subscription.removal.Releases.Request;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators see who stays and why, release removals in twos, and arm families. */
@RestController
class RemovalOperationsController {
  private static final String FAMILY = "[a-z0-9][a-z0-9-]{0,62}";

  private final WaitingRemovals waiting;
  private final Releases releases;
  private final Arming arming;
  private final RemovalProperties settings;
  private final Clock clock;

  RemovalOperationsController(
      WaitingRemovals waiting,
      Releases releases,
      Arming arming,
      RemovalProperties settings,
      Clock clock) {
    this.waiting = waiting;
    this.releases = releases;
    this.arming = arming;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param family of which family; absent for all
   * @param maxCount how many may be put out by it, at most
   * @param validUntil when it lapses
   */
  record Asked(
      @JsonProperty("family") @Nullable @Pattern(regexp = FAMILY) String family,
      @JsonProperty("max_count") @Min(1) @Max(1_000_000) int maxCount,
      @JsonProperty("valid_until") @NotNull Instant validUntil) {}

  /**
   * @param armed whether members of the family may be put out
   */
  record Armament(@JsonProperty("armed") boolean armed) {}

  record ListOf<T>(@JsonProperty("items") List<T> items) {}

  /** Who stays although their time is over, by obstacle and family. */
  @GetMapping("/operations/removals/waiting")
  ListOf<WaitingRemovals.Waiting> waiting() {
    return new ListOf<>(waiting.all());
  }

  /** Newest first. */
  @GetMapping("/operations/removal-releases")
  ListOf<Release> releases(@RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
    return new ListOf<>(releases.newest(limit));
  }

  /** Asks for a release; it takes effect once another operator approves. */
  @PostMapping("/operations/removal-releases")
  @ResponseStatus(HttpStatus.CREATED)
  Release ask(@Valid @RequestBody Asked asked, Operator operator, Reason reason) {
    Instant now = now();
    Instant latest = now.plus(settings.maxReleaseValidity());
    if (!asked.validUntil().isAfter(now) || asked.validUntil().isAfter(latest)) {
      throw Problems.badRequest(
          "bad-validity", "valid_until must be after now and not after " + latest);
    }
    Instant until = asked.validUntil().truncatedTo(ChronoUnit.MICROS);
    return releases.ask(
        new Request(asked.family(), asked.maxCount(), until, reason.text()), operator.name(), now);
  }

  @PostMapping("/operations/removal-releases/{releaseId}/approve")
  Release approve(@PathVariable UUID releaseId, Operator operator, Reason reason) {
    return switch (releases.approve(releaseId, operator.name(), now())) {
      case Approval.Approved approved -> approved.release();
      case Approval.NoSuchRelease none -> throw Problems.notFound("No such release");
      case Approval.SamePerson same ->
          throw Problems.conflict("same-operator", "Whoever asks for a release cannot approve it");
      case Approval.TooLate late ->
          throw Problems.conflict("release-closed", "It was approved before or its time is over");
    };
  }

  /** What operators said; a family that is not there is as {@code removal.armed} says. */
  @GetMapping("/operations/removal-arming")
  ListOf<ArmingView> arming() {
    return new ListOf<>(arming.decisions().stream().map(ArmingView::of).toList());
  }

  @PutMapping("/operations/removal-arming/{family}")
  ArmingView arm(
      @PathVariable @Pattern(regexp = FAMILY) String family,
      @Valid @RequestBody Armament armament,
      Operator operator,
      Reason reason) {
    Arming.Decision decision =
        new Arming.Decision(family, armament.armed(), reason.text(), operator.name(), now());
    arming.set(decision);
    return ArmingView.of(decision);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  record ArmingView(
      @JsonProperty("family") String family,
      @JsonProperty("armed") boolean armed,
      @JsonProperty("reason") String reason,
      @JsonProperty("changed_by") String changedBy,
      @JsonProperty("changed_at") Instant changedAt) {
    static ArmingView of(Arming.Decision d) {
      return new ArmingView(d.family(), d.armed(), d.reason(), d.changedBy(), d.changedAt());
    }
  }
}
