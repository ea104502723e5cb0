package io.octroi.payment.agreement;

import io.octroi.contracts.AgreementStatus;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it stands: the fact to believe out of all facts known. The end for good is
 * absorbing; otherwise the newest fact by the provider's clock counts, then the more direct source,
 * then the greater event id. Joining is commutative, associative and idempotent.
 *
 * @param providerCustomer the provider's customer, where any fact names one
 */
public record AgreementState(
    AgreementStatus status,
    @Nullable Instant endsAt,
    @Nullable String planCode,
    @Nullable String providerCustomer,
    Instant at,
    AgreementFact.Source source,
    String eventId) {

  private static final Comparator<AgreementState> CREDIBILITY =
      Comparator.<AgreementState, Boolean>comparing(s -> s.status == AgreementStatus.CANCELED)
          .thenComparing(AgreementState::at)
          .thenComparing(AgreementState::source)
          .thenComparing(AgreementState::eventId)
          .thenComparing(AgreementState::status);

  /** What one event's fact amounts to. */
  public static AgreementState of(AgreementFact fact, Instant at, String eventId) {
    return new AgreementState(
        fact.status(),
        fact.endsAt(),
        fact.planCode(),
        fact.providerCustomer(),
        at,
        fact.source(),
        eventId);
  }

  /** What both together amount to. */
  public AgreementState join(AgreementState other) {
    AgreementState best = CREDIBILITY.compare(this, other) >= 0 ? this : other;
    return best.belongingTo(smaller(providerCustomer, other.providerCustomer));
  }

  private AgreementState belongingTo(@Nullable String customer) {
    return new AgreementState(status, endsAt, planCode, customer, at, source, eventId);
  }

  /**
   * An agreement never changes hands; should a provider say two customers, one is kept for good.
   */
  private static @Nullable String smaller(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}
