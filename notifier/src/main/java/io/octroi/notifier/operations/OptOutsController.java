package io.octroi.notifier.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.notifier.mail.OptOuts;
import io.octroi.notifier.mail.OptOuts.OptOut;
import io.octroi.operations.answer.Page;
import io.octroi.operations.answer.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators who wants no reminders by mail, and lets them note or end it. */
@RestController
final class OptOutsController {
  private final OptOuts optOuts;
  private final Clock clock;

  OptOutsController(OptOuts optOuts, Clock clock) {
    this.optOuts = optOuts;
    this.clock = clock;
  }

  /** In the order of the customers' ids. */
  @GetMapping("/operations/mail-opt-outs")
  Page<View> list(
      @RequestParam(name = "before", defaultValue = "") @Size(max = 255) String after,
      @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    List<OptOut> rows = optOuts.list(after, Page.toRead(limit));
    return Page.of(rows, limit, View::of, OptOut::customerId);
  }

  /** The customer asked for it, by mail or in person. */
  @PostMapping("/operations/customers/{customerId}/mail-opt-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void add(@PathVariable("customerId") @Size(min = 1, max = 255) String customerId) {
    optOuts.byOperator(customerId, clock.instant());
  }

  /** The customer wants reminders again. */
  @PostMapping("/operations/customers/{customerId}/mail-opt-out/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable("customerId") String customerId) {
    if (!optOuts.end(customerId)) {
      throw Problems.notFound("The customer has not opted out");
    }
  }

  /** A customer who opted out. */
  record View(
      @JsonProperty("customer_id") String customerId,
      @JsonProperty("how") String how,
      @JsonProperty("since") Instant since) {

    static View of(OptOut optOut) {
      return new View(optOut.customerId(), optOut.how(), optOut.since());
    }
  }
}
