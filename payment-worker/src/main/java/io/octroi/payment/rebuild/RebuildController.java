package io.octroi.payment.rebuild;

import io.octroi.operations.answer.Problems;
import io.octroi.operations.audit.DryRunnable;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators rebuild the payments beside the live ones, and mend these. */
@RestController
class RebuildController {
  private final Rebuilds rebuilds;

  RebuildController(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  /** Begins a rebuild; with {@code dry_run=true} the live payments are compared and not mended. */
  @PostMapping("/operations/rebuild")
  @DryRunnable
  @ResponseStatus(HttpStatus.ACCEPTED)
  Rebuild.View begin(@RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
    return rebuilds
        .begin(!dryRun)
        .map(Rebuild::view)
        .orElseThrow(() ->
            Problems.conflict("rebuild-running", "A rebuild is running; there is one at a time"));
  }

  /** How far it is, or what it found; known until the next one begins or the process ends. */
  @GetMapping("/operations/rebuild/{id}")
  Rebuild.View one(@PathVariable("id") UUID id) {
    return rebuilds
        .find(id)
        .map(Rebuild::view)
        .orElseThrow(() -> Problems.notFound("No such rebuild"));
  }
}
