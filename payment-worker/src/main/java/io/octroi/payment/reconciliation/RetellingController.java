package io.octroi.payment.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.operations.answer.Problems;
import io.octroi.payment.payment.PaymentId;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators have readers told of a payment again. */
@RestController
class RetellingController {
  private final Retelling retelling;

  RetellingController(Retelling retelling) {
    this.retelling = retelling;
  }

  /** Tells the payment's whole state again; harmless for readers that know it. */
  @PostMapping("/operations/payments/{id}/retelling")
  Answer retell(@PathVariable("id") UUID id) {
    if (!retelling.retell(new PaymentId(id))) {
      throw Problems.notFound("No such payment, or none that anybody was told of");
    }
    return new Answer("told");
  }

  record Answer(@JsonProperty("outcome") String outcome) {}
}
