package io.octroi.payment.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the payments that readers have been told of, for a reader to compare with its own. */
@RestController
class PublishedPaymentsController {
  private static final String AFTER =
      """
      select id, version, status, updated_at
        from payments
       where published and merged_into is null and id > ?
       order by id limit ?
      """;

  private final JdbcTemplate jdbc;

  PublishedPaymentsController(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * In the order of their ids.
   *
   * @param after the last id of the page before; what is not full is the last page
   */
  @GetMapping("/operations/reconciliation/payments")
  ListOfPayments list(
      @RequestParam(defaultValue = "00000000-0000-0000-0000-000000000000") UUID after,
      @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int limit) {
    return new ListOfPayments(
        jdbc.query(
            AFTER,
            (row, number) ->
                new Listed(
                    row.getObject("id", UUID.class),
                    row.getLong("version"),
                    row.getString("status"),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant()),
            after,
            limit));
  }

  record ListOfPayments(@JsonProperty("items") List<Listed> items) {}

  /** A payment, without whose it is. */
  record Listed(
      @JsonProperty("payment_id") UUID paymentId,
      @JsonProperty("version") long version,
      @JsonProperty("status") String status,
      @JsonProperty("updated_at") Instant updatedAt) {}
}
