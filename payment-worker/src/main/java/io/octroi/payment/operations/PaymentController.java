package io.octroi.payment.operations;

import io.octroi.operations.answer.Page;
import io.octroi.operations.jpa.JpaOnDemandConfiguration;
import io.octroi.payment.operations.Views.Fact;
import io.octroi.payment.operations.Views.Payment;
import io.octroi.payment.operations.Views.PaymentDetails;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows operators the payments. How to reach a customer is not shown. */
@RestController
@RequestMapping("/operations/payments")
@Transactional(transactionManager = JpaOnDemandConfiguration.TRANSACTIONS, readOnly = true)
class PaymentController {
  /** Past the last id. */
  private static final String END = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final PaymentRows payments;

  PaymentController(PaymentRows payments) {
    this.payments = payments;
  }

  @GetMapping("/{id}")
  PaymentDetails payment(@PathVariable UUID id) {
    PaymentRow row =
        payments
            .findById(id)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such payment"));
    return new PaymentDetails(
        Payment.of(row),
        payments.references(id, Paging.OF_ONE_PAYMENT),
        payments.facts(id, Paging.OF_ONE_PAYMENT).stream().map(Fact::of).toList());
  }

  @GetMapping(params = "customer")
  Page<Payment> ofCustomer(
      @RequestParam @Size(min = 1, max = 200) String customer,
      @RequestParam(defaultValue = END) UUID before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    return page(payments.ofCustomer(customer, before, Paging.limit(limit)), limit);
  }

  @GetMapping(params = "reference")
  Page<Payment> ofReference(@RequestParam @Size(min = 1, max = 255) String reference) {
    return page(payments.ofReference(reference, Paging.limit(Page.MAX)), Page.MAX);
  }

  @GetMapping(params = "event")
  Page<Payment> ofEvent(@RequestParam @Size(min = 1, max = 255) String event) {
    return page(payments.ofEvent(event, Paging.limit(Page.MAX)), Page.MAX);
  }

  /** Paid, kept, and waiting for somebody to say whose they are. */
  @GetMapping(params = "unassigned=true")
  Page<Payment> unassigned(
      @RequestParam(defaultValue = END) UUID before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
    return page(payments.unassigned(before, Paging.limit(limit)), limit);
  }

  private static Page<Payment> page(List<PaymentRow> rows, int limit) {
    return Page.of(rows, limit, Payment::of, row -> row.id);
  }
}
