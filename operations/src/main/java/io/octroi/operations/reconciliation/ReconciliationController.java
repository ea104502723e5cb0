package io.octroi.operations.reconciliation;

import io.octroi.operations.answer.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators compare now, and see how it went; what differs is among the findings. */
@RestController
class ReconciliationController {
  private final Reconciliation reconciliation;

  ReconciliationController(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @PostMapping("/operations/reconciliation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Run.View begin() {
    return reconciliation
        .begin()
        .map(Run::view)
        .orElseThrow(() ->
            Problems.conflict(
                "reconciliation-running", "The records are being compared; one run at a time"));
  }

  /** The run that goes on, or the last one of this process. */
  @GetMapping("/operations/reconciliation")
  Run.View last() {
    return reconciliation
        .last()
        .map(Run::view)
        .orElseThrow(() -> Problems.notFound("Nothing was compared since this process began"));
  }
}
