package io.octroi.payment.operations;

import io.octroi.operations.answer.Page;
import io.octroi.operations.jpa.JpaOnDemandConfiguration;
import io.octroi.payment.operations.Views.Conflict;
import io.octroi.payment.operations.Views.LedgerEntry;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows operators what came in. Bodies are never shown. */
@RestController
@RequestMapping("/operations")
@Transactional(transactionManager = JpaOnDemandConfiguration.TRANSACTIONS, readOnly = true)
class LedgerController {
  /** Past the last position. */
  private static final String END = "9223372036854775807";

  private final LedgerRows ledger;

  LedgerController(LedgerRows ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/events/{endpoint}/{eventId}")
  LedgerEntry event(@PathVariable String endpoint, @PathVariable String eventId) {
    return ledger
        .findByKey(new LedgerRow.Key(endpoint, eventId))
        .map(LedgerEntry::of)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such webhook came in"));
  }

  /** What came in, newest first; with an outcome only what ended so. */
  @GetMapping("/ledger")
  Page<LedgerEntry> ledger(
      @RequestParam(defaultValue = "")
          @Pattern(
              regexp = "|ignored|unmatched|unreadable|no_translator|awaiting_confirmation|refuted")
          String outcome,
      @RequestParam(defaultValue = END) @Min(0) long before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    return Page.of(
        outcome.isEmpty()
            ? ledger.newest(before, Paging.limit(limit))
            : ledger.ofOutcome(outcome, before, Paging.limit(limit)),
        limit,
        LedgerEntry::of,
        row -> row.position);
  }

  @GetMapping("/ledger/conflicts")
  Page<Conflict> conflicts(
      @RequestParam(defaultValue = END) @Min(0) long before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    return Page.of(
        ledger.conflicts(before, Paging.limit(limit)), limit, Conflict::of, row -> row.position);
  }
}
