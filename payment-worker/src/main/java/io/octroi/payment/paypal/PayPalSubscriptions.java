package io.octroi.payment.paypal;

import io.octroi.contracts.AgreementStatus;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Subscriptions ({@code I-…}): whether PayPal goes on collecting. */
final class PayPalSubscriptions {
  private final Claims claims;

  PayPalSubscriptions(Claims claims) {
    this.claims = claims;
  }

  static AgreementFact pastDue(String id) {
    return new AgreementFact(
        id, AgreementFact.Source.COLLECTION, AgreementStatus.PAST_DUE, null, null, null);
  }

  Translation told(Instant said, ProviderObject subscription, String type) {
    return switch (type) {
      case "BILLING.SUBSCRIPTION.ACTIVATED", "BILLING.SUBSCRIPTION.RE-ACTIVATED" ->
          stated(said, subscription, Optional.of(AgreementStatus.ACTIVE));
      case "BILLING.SUBSCRIPTION.CANCELLED", "BILLING.SUBSCRIPTION.EXPIRED" ->
          stated(said, subscription, Optional.of(AgreementStatus.CANCELED));
      case "BILLING.SUBSCRIPTION.SUSPENDED" ->
          stated(said, subscription, Optional.of(AgreementStatus.SUSPENDED));
      case "BILLING.SUBSCRIPTION.PAYMENT.FAILED" ->
          stated(said, subscription, Optional.of(AgreementStatus.PAST_DUE));
      default -> stated(said, subscription, Optional.empty());
    };
  }

  /** As the API shows it; the status is as old as its last change. */
  Translation fetched(Instant said, ProviderObject subscription) {
    Instant at = subscription.time("status_update_time").orElse(said);
    return switch (subscription.word("status")) {
      case "ACTIVE" -> stated(at, subscription, Optional.of(AgreementStatus.ACTIVE));
      case "SUSPENDED" -> stated(at, subscription, Optional.of(AgreementStatus.SUSPENDED));
      case "CANCELLED", "EXPIRED" ->
          stated(at, subscription, Optional.of(AgreementStatus.CANCELED));
      case "APPROVAL_PENDING", "APPROVED" -> stated(at, subscription, Optional.empty());
      default -> throw new MalformedEventException("bad_subscription_status");
    };
  }

  private Translation stated(
      Instant at, ProviderObject subscription, Optional<AgreementStatus> status) {
    Claim claim =
        claims
            .text(subscription.text("custom_id"))
            .orElse(claims.priced(Stream.of(subscription.text("plan_id"))))
            .orElse(
                claims.reachedBy(
                    Stream.of(subscription.text("subscriber", "email_address")), Optional.empty()));
    Meaning meaning =
        new Meaning(PayPalTranslator.PROVIDER, at).agreement(Optional.of(subscription.id()), claim);
    status.ifPresent(s ->
        meaning.agreement(
            new AgreementFact(
                subscription.id(),
                AgreementFact.Source.AGREEMENT,
                s,
                s == AgreementStatus.CANCELED ? at : null,
                claim.planCode(),
                null)));
    return meaning.understood();
  }
}
