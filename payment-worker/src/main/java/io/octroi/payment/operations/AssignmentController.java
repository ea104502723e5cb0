package io.octroi.payment.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.operations.audit.Reason;
import io.octroi.payment.assignment.Assignment;
import io.octroi.payment.assignment.Assignment.AlreadyAssigned;
import io.octroi.payment.assignment.Assignment.Assigned;
import io.octroi.payment.assignment.Assignment.Merged;
import io.octroi.payment.assignment.Assignment.NoSuchPayment;
import io.octroi.payment.assignment.Assignments;
import io.octroi.payment.payment.PaymentId;
import io.octroi.runtime.log.LogKeys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes operators' decisions about payments. */
@RestController
class AssignmentController {
  private static final Logger LOG = LoggerFactory.getLogger(AssignmentController.class);

  private final Assignments assignments;

  AssignmentController(Assignments assignments) {
    this.assignments = assignments;
  }

  /** Says whose a payment is. Saying the same again changes nothing. */
  @PostMapping("/operations/payments/{id}/assignment")
  Answer assign(@PathVariable UUID id, @RequestBody @Valid Decision decision, Reason reason) {
    Assignment outcome =
        assignments.assign(
            new PaymentId(id), decision.customerId(), decision.planCode(), reason.text());
    return switch (outcome) {
      case Assigned() -> {
        LOG.atInfo().addKeyValue(LogKeys.PAYMENT_ID, id).log("An operator assigned a payment");
        yield new Answer("assigned");
      }
      case AlreadyAssigned() -> new Answer("already_assigned");
      case NoSuchPayment() ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such payment");
      case Merged(PaymentId into) -> throw merged(into);
    };
  }

  private static ErrorResponseException merged(PaymentId into) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONFLICT, "Another payment stands for this one; assign that one");
    problem.setProperty("merged_into", into.toString());
    return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
  }

  /** Whose a payment is; why is said in the header {@code Octroi-Reason}. */
  record Decision(
      @JsonProperty("customer_id") @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
          String customerId,
      @JsonProperty("plan_code") @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
          String planCode) {}

  /** What came of it: {@code assigned} or {@code already_assigned}. */
  record Answer(@JsonProperty("outcome") String outcome) {}
}
