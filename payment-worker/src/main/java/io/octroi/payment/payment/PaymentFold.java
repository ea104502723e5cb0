package io.octroi.payment.payment;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.customer.CustomerSource;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.PlanSource;
import io.octroi.payment.payment.PaymentFact.Assigned;
import io.octroi.payment.payment.PaymentFact.Claimed;
import io.octroi.payment.payment.PaymentFact.PaidBy;
import io.octroi.payment.payment.PaymentFact.PaidUnder;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins the evidence of a payment into its state: a function of the set of evidence, whatever the
 * order in which it came and however often.
 *
 * <p>A lost dispute outweighs an open one, that outweighs refunds, those outweigh the success, and
 * the success outweighs every failure before or after it. Refunds and disputes of a payment whose
 * success is not known yet leave it pending: they are counted once it is.
 */
public final class PaymentFold {
  private PaymentFold() {}

  /** The state that {@code evidence} amounts to. */
  public static PaymentState fold(Collection<Evidence> evidence) {
    List<Evidence> ordered = evidence.stream().distinct().sorted(Evidence.BY_TIME).toList();
    Outcomes outcomes = Outcomes.of(ordered);
    @Nullable Money amount = outcomes.amount();
    Refunds refunds = Refunds.of(ordered, amount);
    @Nullable Money refunded = outcomes.succeeded() ? refunds.total() : null;
    Disputes disputes = Disputes.of(ordered);
    return new PaymentState(
        rule(outcomes, disputes, refunded).status(),
        amount,
        refunded,
        outcomes.paidAt(),
        identity(ordered),
        smallest(ordered, PaidUnder.class, PaidUnder::agreement),
        smallest(ordered, PaidBy.class, PaidBy::providerCustomer),
        ordered.isEmpty() ? "" : ordered.getFirst().endpoint(),
        ordered.isEmpty() ? Instant.EPOCH : ordered.getLast().at(),
        outcomes.any(),
        outcomes.currenciesDiffer() || refunds.currenciesDiffer(),
        disputes.times());
  }

  /** Which rule gives the status that {@code evidence} amounts to. */
  public static PaymentRule rule(Collection<Evidence> evidence) {
    List<Evidence> ordered = evidence.stream().distinct().sorted(Evidence.BY_TIME).toList();
    Outcomes outcomes = Outcomes.of(ordered);
    @Nullable Money refunded =
        outcomes.succeeded() ? Refunds.of(ordered, outcomes.amount()).total() : null;
    return rule(outcomes, Disputes.of(ordered), refunded);
  }

  private static PaymentRule rule(Outcomes outcomes, Disputes disputes, @Nullable Money refunded) {
    @Nullable Money amount = outcomes.amount();
    if (!outcomes.succeeded() || amount == null || refunded == null) {
      return outcomes.failed()
          ? PaymentRule.THE_LAST_WORD_IS_A_FAILURE
          : PaymentRule.THE_OUTCOME_IS_OPEN;
    }
    if (disputes.lost()) {
      return PaymentRule.A_LOST_DISPUTE_OUTWEIGHS_ALL;
    }
    if (disputes.open()) {
      return PaymentRule.AN_OPEN_DISPUTE_OUTWEIGHS_REFUNDS;
    }
    if (refunded.isZero()) {
      return PaymentRule.A_SUCCESS_OUTWEIGHS_FAILURES;
    }
    return refunded.compareTo(amount) >= 0
        ? PaymentRule.EVERYTHING_WENT_BACK
        : PaymentRule.A_PART_WENT_BACK;
  }

  private static Identity identity(List<Evidence> ordered) {
    Identity claimed = Identity.UNKNOWN;
    for (Evidence evidence : ordered) {
      for (PaymentFact fact : evidence.facts()) {
        if (fact instanceof Claimed(Claim claim)) {
          claimed = claimed.join(Identity.of(claim, evidence.at(), evidence.eventId()));
        } else if (fact instanceof Assigned assigned) {
          Claim decision = decision(assigned);
          claimed = claimed.join(Identity.of(decision, evidence.at(), evidence.eventId()));
        }
      }
    }
    return claimed;
  }

  private static Claim decision(Assigned assigned) {
    return new Claim(
        assigned.customerId(),
        CustomerSource.OPERATOR,
        assigned.planCode(),
        PlanSource.OPERATOR,
        Contact.UNKNOWN);
  }

  /** A payment belongs to one agreement and one customer; should two be said, one is kept. */
  private static <F extends PaymentFact> @Nullable String smallest(
      List<Evidence> ordered, Class<F> kind, Function<F, String> read) {
    return ordered.stream()
        .flatMap(e -> e.facts().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(read)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
