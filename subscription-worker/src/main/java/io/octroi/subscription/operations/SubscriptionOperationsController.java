package io.octroi.subscription.operations;

import io.octroi.subscription.operations.Answers.OfAgreement;
import io.octroi.subscription.operations.Answers.OfCustomer;
import io.octroi.subscription.operations.Answers.OfPayment;
import io.octroi.subscription.operations.Answers.OfSubscription;
import io.octroi.subscription.operations.Answers.SubscriptionWithPayments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows operators what a customer's access rests on. */
@RestController
class SubscriptionOperationsController {
  private final SubscriptionViews subscriptions;
  private final PeriodViews periods;
  private final ReminderViews reminders;
  private final GrantViews grants;
  private final AgreementViews agreements;

  SubscriptionOperationsController(
      SubscriptionViews subscriptions,
      PeriodViews periods,
      ReminderViews reminders,
      GrantViews grants,
      AgreementViews agreements) {
    this.subscriptions = subscriptions;
    this.periods = periods;
    this.reminders = reminders;
    this.grants = grants;
    this.agreements = agreements;
  }

  /** Everything of one customer; empty lists for a customer nobody has heard of. */
  @GetMapping("/operations/customers/{customerId}/subscriptions")
  OfCustomer ofCustomer(
      @PathVariable @Size(max = 255) String customerId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
    Limit most = Limit.of(limit);
    return new OfCustomer(
        customerId,
        subscriptions.findByCustomerIdOrderByFamily(customerId, most).stream()
            .map(subscription -> answer(subscription, most))
            .toList(),
        answer(grants.findByCustomerIdOrderByUpdatedAtDesc(customerId, most)),
        agreements.findByCustomerIdOrderByUpdatedAtDesc(customerId, most).stream()
            .map(OfAgreement::of)
            .toList());
  }

  @GetMapping("/operations/subscriptions/{subscriptionId}")
  SubscriptionWithPayments one(
      @PathVariable UUID subscriptionId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
    Limit most = Limit.of(limit);
    SubscriptionEntity subscription =
        subscriptions
            .findBySubscriptionId(subscriptionId)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such subscription"));
    return new SubscriptionWithPayments(
        answer(subscription, most),
        answer(
            grants.findByCustomerIdAndFamilyOrderByUpdatedAtDesc(
                subscription.customerId, subscription.family, most)));
  }

  private OfSubscription answer(SubscriptionEntity subscription, Limit most) {
    UUID id = subscription.subscriptionId;
    return OfSubscription.of(
        subscription,
        periods.findBySubscriptionIdOrderByStartsAtDesc(id, most),
        reminders.findBySubscriptionIdOrderByEndsAtDesc(id, most));
  }

  private static List<OfPayment> answer(List<GrantEntity> payments) {
    return payments.stream().map(OfPayment::of).toList();
  }
}
