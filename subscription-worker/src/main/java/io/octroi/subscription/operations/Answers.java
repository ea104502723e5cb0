package io.octroi.subscription.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What operators are told, as JSON. Nothing in it reaches or names a customer beyond the id. */
final class Answers {
  private Answers() {}

  /** All that is known of a customer; each list holds the newest entries up to the limit. */
  @JsonNaming(SnakeCaseStrategy.class)
  record OfCustomer(
      String customerId,
      List<OfSubscription> subscriptions,
      List<OfPayment> payments,
      List<OfAgreement> agreements) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfSubscription(
      UUID subscriptionId,
      String customerId,
      String family,
      long version,
      String status,
      String planCode,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Instant reminderAt,
      @Nullable Instant remindedFor,
      @Nullable Instant graceUntil,
      @Nullable String graceReason,
      Instant updatedAt,
      List<OfPeriod> periods,
      List<OfReminder> reminders) {

    static OfSubscription of(
        SubscriptionEntity s, List<PeriodEntity> periods, List<ReminderEntity> reminders) {
      return new OfSubscription(
          s.subscriptionId,
          s.customerId,
          s.family,
          s.version,
          s.status,
          s.planCode,
          s.startsAt,
          s.endsAt,
          s.reminderAt,
          s.remindedFor,
          s.graceUntil,
          s.graceReason,
          s.updatedAt,
          periods.stream().map(OfPeriod::of).toList(),
          reminders.stream().map(OfReminder::of).toList());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record OfPeriod(UUID paymentId, Instant startsAt, Instant endsAt) {
    static OfPeriod of(PeriodEntity p) {
      return new OfPeriod(p.paymentId, p.startsAt, p.endsAt);
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfReminder(Instant endsAt, String outcome, @Nullable String reason, Instant decidedAt) {
    static OfReminder of(ReminderEntity r) {
      return new OfReminder(r.endsAt, r.outcome, r.reason, r.decidedAt);
    }
  }

  /** One subscription with the payments of its customer and family. */
  @JsonNaming(SnakeCaseStrategy.class)
  record SubscriptionWithPayments(OfSubscription subscription, List<OfPayment> payments) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfPayment(
      UUID paymentId,
      long version,
      String customerId,
      String provider,
      String reference,
      String planCode,
      @Nullable String family,
      @Nullable Integer days,
      boolean unknownPlan,
      String status,
      @Nullable Long minorUnits,
      @Nullable String currency,
      @Nullable Instant paidAt,
      boolean counted,
      @Nullable UUID mergedInto,
      Instant updatedAt) {

    static OfPayment of(GrantEntity g) {
      return new OfPayment(
          g.paymentId,
          g.version,
          g.customerId,
          g.provider,
          g.reference,
          g.planCode,
          g.family,
          g.days,
          g.unknownPlan,
          g.status,
          g.amount,
          g.currency,
          g.paidAt,
          g.counted,
          g.mergedInto,
          g.updatedAt);
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfAgreement(
      String provider,
      String agreement,
      @Nullable String planCode,
      String status,
      @Nullable Instant endsAt,
      Instant updatedAt) {
    static OfAgreement of(AgreementEntity a) {
      return new OfAgreement(a.provider, a.agreement, a.planCode, a.status, a.endsAt, a.updatedAt);
    }
  }

  /**
   * One page.
   *
   * @param next the {@code after} of the next page; absent on the last one
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PageOfPayments(List<OfPayment> grants, @Nullable UUID next) {}
}
