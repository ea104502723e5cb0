package io.octroi.payment.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.PublishedPayment;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the payments that readers have been told of, for a reader to compare with its own. */
@RestController
class PublishedPaymentsController {
  private final Payments payments;

  PublishedPaymentsController(Payments payments) {
    this.payments = payments;
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
        payments.published(new PaymentId(after), limit).stream().map(Listed::of).toList());
  }

  record ListOfPayments(@JsonProperty("items") List<Listed> items) {}

  /** A payment, without whose it is. */
  record Listed(
      @JsonProperty("payment_id") UUID paymentId,
      @JsonProperty("version") long version,
      @JsonProperty("status") String status,
      @JsonProperty("updated_at") Instant updatedAt,
      @JsonProperty("digest") String digest) {
    static Listed of(PublishedPayment payment) {
      return new Listed(
          payment.id().value(),
          payment.version(),
          payment.status().wireName(),
          payment.updatedAt(),
          payment.digest());
    }
  }
}
