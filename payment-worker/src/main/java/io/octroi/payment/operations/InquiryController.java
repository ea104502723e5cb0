package io.octroi.payment.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.operations.answer.Page;
import io.octroi.operations.audit.Reason;
import io.octroi.payment.confirmation.Inquiries;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows what providers are asked, and asks once more. */
@RestController
@RequestMapping("/operations/inquiries")
class InquiryController {
  private static final String LIST =
      "select * from inquiries where (? = '' or state = ?) and id < ? order by id desc limit ?";

  private final JdbcTemplate jdbc;
  private final Inquiries inquiries;
  private final Clock clock;

  InquiryController(JdbcTemplate jdbc, Inquiries inquiries, Clock clock) {
    this.jdbc = jdbc;
    this.inquiries = inquiries;
    this.clock = clock;
  }

  /** Inquiries, newest first; with a state only those that stand so. */
  @GetMapping
  Page<View> list(
      @RequestParam(defaultValue = "")
          @Pattern(regexp = "|open|confirmed|refuted|unknown|mismatch|expired")
          String state,
      @RequestParam(defaultValue = "9223372036854775807") @Min(0) long before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    Instant now = clock.instant();
    List<View> rows =
        jdbc.query(LIST, (row, number) -> view(row, now), state, state, before, Page.toRead(limit));
    return Page.of(rows, limit, row -> row, View::id);
  }

  /** Asks at once, also where an inquiry had come to an end. */
  @PostMapping("/{id}/retry")
  Answer retry(@PathVariable long id, Reason reason) {
    if (!inquiries.retry(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such inquiry");
    }
    return new Answer("open");
  }

  private static View view(ResultSet row, Instant now) throws SQLException {
    Instant first = row.getTimestamp("first_asked").toInstant();
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    boolean open = row.getString("state").equals("open");
    return new View(
        row.getLong("id"),
        row.getString("endpoint"),
        row.getString("provider"),
        row.getString("kind"),
        row.getString("reference"),
        row.getString("trust"),
        row.getString("state"),
        row.getString("verdict"),
        row.getString("reason"),
        row.getInt("attempts"),
        first,
        open ? Duration.between(first, now).toSeconds() : null,
        open ? row.getTimestamp("next_at").toInstant() : null,
        closed == null ? null : closed.toInstant(),
        row.getString("event_id"),
        row.getString("traceparent"));
  }

  /** How it stands now. */
  record Answer(@JsonProperty("state") String state) {}

  /** An inquiry. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @JsonProperty("id") long id,
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("provider") String provider,
      @JsonProperty("kind") String kind,
      @JsonProperty("reference") String reference,
      @JsonProperty("trust") String trust,
      @JsonProperty("state") String state,
      @JsonProperty("verdict") String verdict,
      @JsonProperty("reason") String reason,
      @JsonProperty("attempts") int attempts,
      @JsonProperty("first_asked") Instant firstAsked,
      @JsonProperty("age_seconds") @Nullable Long ageSeconds,
      @JsonProperty("next_at") @Nullable Instant nextAt,
      @JsonProperty("closed_at") @Nullable Instant closedAt,
      @JsonProperty("event_id") String eventId,
      @JsonProperty("traceparent") String traceparent) {}
}
