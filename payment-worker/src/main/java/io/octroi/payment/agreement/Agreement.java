package io.octroi.payment.agreement;

import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Subject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agreement's row.
 *
 * @param version grows with every change of the row
 * @param customerId whose it is; absent as long as nobody knows
 * @param planCode what it is for; absent as long as nobody knows
 */
record Agreement(
    Subject id,
    long version,
    AgreementState state,
    @Nullable String customerId,
    @Nullable String planCode) {

  /** The row before anything is known of who stands behind it. */
  static Agreement first(Subject id, AgreementState state) {
    return new Agreement(id, 0, state, null, null);
  }

  /** This agreement after what is known by now. */
  Agreement next(AgreementState joined, Identity identity) {
    String plan = joined.planCode() != null ? joined.planCode() : identity.planCode();
    Agreement next = new Agreement(id, version, joined, identity.customerId(), plan);
    return version > 0 && next.equals(this)
        ? this
        : new Agreement(id, version + 1, joined, identity.customerId(), plan);
  }

  /** What to tell of the step from {@code before} to here; empty without news or customer. */
  Optional<AgreementUpdated> newsSince(Agreement before) {
    String customer = customerId;
    if (customer == null || (customer.equals(before.customerId) && sameToOthers(before))) {
      return Optional.empty();
    }
    return Optional.of(
        new AgreementUpdated(
            state.at(),
            id.provider(),
            id.id(),
            version,
            customer,
            planCode,
            state.status(),
            state.endsAt()));
  }

  private boolean sameToOthers(Agreement before) {
    return state.status() == before.state.status()
        && Objects.equals(state.endsAt(), before.state.endsAt())
        && Objects.equals(planCode, before.planCode);
  }
}
