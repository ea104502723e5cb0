package io.octroi.notifier.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.notifier.mail.Suppression;
import io.octroi.notifier.mail.Suppressions;
import io.octroi.operations.answer.Page;
import io.octroi.operations.answer.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators which addresses are written to no more, and lets them write again. */
@RestController
class SuppressionsController {
  private static final String LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final Suppressions suppressions;

  SuppressionsController(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  /** Newest first. */
  @GetMapping("/operations/mail-suppressions")
  Page<View> list(
      @RequestParam(name = "before", defaultValue = LAST) UUID before,
      @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    List<Suppression> rows = suppressions.list(before, Page.toRead(limit));
    return Page.of(rows, limit, View::of, Suppression::id);
  }

  /** The address is written to again; what was dropped meanwhile stays so. */
  @PostMapping("/operations/mail-suppressions/{id}/lift")
  @Transactional
  View lift(@PathVariable("id") UUID id) {
    return suppressions
        .lift(id)
        .map(View::of)
        .orElseThrow(() -> Problems.notFound("There is no such suppression"));
  }

  /** A suppression; the address itself is not kept. */
  record View(
      @JsonProperty("id") UUID id,
      @JsonProperty("customer_ids") List<String> customerIds,
      @JsonProperty("code") String code,
      @JsonProperty("suppressed_at") Instant suppressedAt) {

    static View of(Suppression suppression) {
      return new View(
          suppression.id(),
          suppression.customerIds(),
          suppression.code(),
          suppression.suppressedAt());
    }
  }
}
