package io.octroi.subscription.operations;

import io.octroi.subscription.operations.Answers.OfPayment;
import io.octroi.subscription.operations.Answers.PageOfPayments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators which payments need them. */
@RestController
class GrantOperationsController {
  private final GrantViews grants;

  GrantOperationsController(GrantViews grants) {
    this.grants = grants;
  }

  /**
   * Payments with a flag, in the order of their ids.
   *
   * @param flag {@code unknown_plan}: the plan is not configured, so the payment may not count
   * @param after the last id of the page before
   */
  @GetMapping("/operations/grants")
  PageOfPayments flagged(
      @RequestParam @Pattern(regexp = "unknown_plan") String flag,
      @RequestParam(defaultValue = "00000000-0000-0000-0000-000000000000") UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
    List<GrantEntity> page =
        grants.findByUnknownPlanTrueAndPaymentIdGreaterThanOrderByPaymentId(after, Limit.of(limit));
    UUID next = page.size() < limit ? null : page.getLast().paymentId;
    return new PageOfPayments(page.stream().map(OfPayment::of).toList(), next);
  }
}
