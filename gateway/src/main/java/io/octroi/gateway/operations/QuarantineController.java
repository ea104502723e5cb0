package io.octroi.gateway.operations;

import io.octroi.gateway.quarantine.Inventory;
import io.octroi.gateway.quarantine.Redeemed;
import io.octroi.gateway.quarantine.Redemption;
import io.octroi.gateway.quarantine.Selection;
import io.octroi.operations.answer.Problems;
import io.octroi.operations.audit.DryRunnable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is kept of refused requests, and lets in what holds now. */
@RestController
@RequestMapping("/operations/quarantine")
@ManagementPortOnly
class QuarantineController {
  private final Redemption redemption;

  QuarantineController(Redemption redemption) {
    this.redemption = redemption;
  }

  @GetMapping
  Inventory list(
      @RequestParam(defaultValue = "") String endpoint,
      @RequestParam Optional<Instant> since,
      @RequestParam Optional<Instant> until) {
    return redemption.list(selection(endpoint, since, until));
  }

  /** Verifies again; {@code since} and {@code until} are times of receipt in ISO 8601. */
  @PostMapping("/redemption")
  @DryRunnable
  Redeemed redeem(
      @RequestParam String endpoint,
      @RequestParam Optional<Instant> since,
      @RequestParam Optional<Instant> until,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
    return redemption
        .redeem(selection(endpoint, since, until), dryRun)
        .orElseThrow(
            () -> Problems.conflict("redemption-under-way", "Another redemption is under way"));
  }

  private static Selection selection(
      String endpoint, Optional<Instant> since, Optional<Instant> until) {
    return new Selection(endpoint, since.orElse(Instant.MIN), until.orElse(Instant.MAX));
  }
}
