package io.octroi.operations.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.octroi.operations.access.Operator;
import io.octroi.operations.answer.Page;
import io.octroi.operations.answer.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what needs them, and takes their word. */
@RestController
class FindingController {
  /** Past the last id. */
  private static final String END = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final FindingRows findings;

  FindingController(FindingRows findings) {
    this.findings = findings;
  }

  /** Newest first; all states where none is asked for. */
  @GetMapping("/operations/findings")
  Page<View> list(
      @RequestParam(name = "state", defaultValue = "")
          @Pattern(regexp = "|open|acknowledged|resolved")
          String state,
      @RequestParam(name = "condition", defaultValue = "") @Size(max = 200) String condition,
      @RequestParam(name = "before", defaultValue = END) UUID before,
      @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    return Page.of(
        findings.list(state, condition, before, Page.toRead(limit)),
        limit,
        View::of,
        FindingRows.Row::id);
  }

  @GetMapping("/operations/findings/{id}")
  View one(@PathVariable("id") UUID id) {
    return findings.find(id).stream()
        .findFirst()
        .map(View::of)
        .orElseThrow(() -> Problems.notFound("No such finding"));
  }

  /** Says that somebody looks after it. */
  @PostMapping("/operations/findings/{id}/acknowledge")
  View acknowledge(@PathVariable("id") UUID id, Operator operator) {
    return decided(id, findings.acknowledge(id, operator.name()), "finding-not-open");
  }

  /** Says that nothing is to be done; it opens again if its condition goes away and comes back. */
  @PostMapping("/operations/findings/{id}/resolve")
  View resolve(@PathVariable("id") UUID id, Operator operator) {
    return decided(id, findings.resolve(id, operator.name()), "finding-resolved");
  }

  private View decided(UUID id, boolean done, String problem) {
    View finding = one(id);
    if (!done) {
      throw Problems.conflict(problem, "The finding is " + finding.state());
    }
    return finding;
  }

  /** A finding. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @JsonProperty("id") UUID id,
      @JsonProperty("condition") String condition,
      @JsonProperty("subject") String subject,
      @JsonProperty("state") String state,
      @JsonProperty("first_seen") Instant firstSeen,
      @JsonProperty("last_seen") Instant lastSeen,
      @JsonProperty("resolved_at") @Nullable Instant resolvedAt,
      @JsonProperty("resolved_by") @Nullable String resolvedBy,
      @JsonProperty("count") long count,
      @JsonProperty("detail") @JsonRawValue String detail,
      @JsonProperty("remedy") String remedy,
      @JsonProperty("acknowledged_at") @Nullable Instant acknowledgedAt,
      @JsonProperty("acknowledged_by") @Nullable String acknowledgedBy) {

    static View of(FindingRows.Row row) {
      return new View(
          row.id(),
          row.condition(),
          row.subject(),
          row.state(),
          row.firstSeen(),
          row.lastSeen(),
          row.resolvedAt(),
          row.resolvedBy(),
          row.count(),
          row.detail(),
          row.remedy(),
          row.acknowledgedAt(),
          row.acknowledgedBy());
    }
  }
}
