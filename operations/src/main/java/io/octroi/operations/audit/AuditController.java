package io.octroi.operations.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.operations.answer.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what operators did. */
@RestController
class AuditController {
  /** Past the last position. */
  private static final String END = "9223372036854775807";

  private final AuditTable audit;

  AuditController(AuditTable audit) {
    this.audit = audit;
  }

  /**
   * Calls that changed something or read what is personal, newest first.
   *
   * @param since no earlier ones
   * @param who an operator's name; empty for all
   */
  @GetMapping("/operations/audit")
  Page<Entry> calls(
      @RequestParam(name = "since", defaultValue = "1970-01-01T00:00:00Z") Instant since,
      @RequestParam(name = "who", defaultValue = "") @Size(max = 64) String who,
      @RequestParam(name = "before", defaultValue = END) @Min(0) long before,
      @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    return Page.of(
        audit.calls(since, who, before, Page.toRead(limit)),
        limit,
        Entry::of,
        AuditTable.Row::position);
  }

  /**
   * A call.
   *
   * @param status absent while it goes on, and where its end was not seen
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      @JsonProperty("call_id") UUID callId,
      @JsonProperty("at") Instant at,
      @JsonProperty("operator") String operator,
      @JsonProperty("method") String method,
      @JsonProperty("path") String path,
      @JsonProperty("reason") String reason,
      @JsonProperty("dry_run") boolean dryRun,
      @JsonProperty("status") @Nullable Integer status,
      @JsonProperty("ended_at") @Nullable Instant endedAt,
      @JsonProperty("trace_id") String traceId) {

    static Entry of(AuditTable.Row row) {
      return new Entry(
          row.callId(),
          row.at(),
          row.operator(),
          row.method(),
          row.path(),
          row.reason(),
          row.dryRun(),
          row.status(),
          row.endedAt(),
          row.traceId());
    }
  }
}
