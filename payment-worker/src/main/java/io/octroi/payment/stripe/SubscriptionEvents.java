package io.octroi.payment.stripe;

import io.octroi.contracts.AgreementStatus;
import io.octroi.payment.agreement.AgreementFact;
import io.octroi.payment.customer.Claim;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import io.octroi.payment.translation.Translation;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code customer.subscription.*}: whether Stripe goes on collecting. */
final class SubscriptionEvents {
  private final StripeClaims claims;

  SubscriptionEvents(StripeClaims claims) {
    this.claims = claims;
  }

  Translation translate(StripeEvent event) {
    ProviderObject subscription = event.object("subscription");
    Claim claim =
        claims
            .of(subscription)
            .orElse(
                claims.priced(subscription.elements("items").flatMap(SubscriptionEvents::prices)));
    Optional<String> customer = subscription.reference("customer");
    Meaning meaning =
        event.meaning().agreement(Optional.of(subscription.id()), claim).customer(customer, claim);
    status(event, subscription)
        .ifPresent(status ->
            meaning.agreement(
                new AgreementFact(
                    subscription.id(),
                    AgreementFact.Source.AGREEMENT,
                    status,
                    endsAt(status, event, subscription),
                    claim.planCode(),
                    customer.orElse(null))));
    return meaning.understood();
  }

  /** Empty where the subscription has not come about yet. */
  private static Optional<AgreementStatus> status(StripeEvent event, ProviderObject subscription) {
    return switch (event.type()) {
      case "customer.subscription.created" -> Optional.empty();
      case "customer.subscription.deleted" -> Optional.of(AgreementStatus.CANCELED);
      case "customer.subscription.paused" -> Optional.of(AgreementStatus.SUSPENDED);
      case "customer.subscription.resumed" -> Optional.of(AgreementStatus.ACTIVE);
      default -> status(subscription);
    };
  }

  private static Optional<AgreementStatus> status(ProviderObject subscription) {
    String status = subscription.word("status");
    boolean cancels = subscription.isTrue("cancel_at_period_end") || subscription.has("cancel_at");
    return switch (status) {
      case "canceled", "incomplete_expired" -> Optional.of(AgreementStatus.CANCELED);
      case "active", "trialing" ->
          Optional.of(cancels ? AgreementStatus.CANCEL_SCHEDULED : AgreementStatus.ACTIVE);
      case "past_due", "unpaid" ->
          Optional.of(cancels ? AgreementStatus.CANCEL_SCHEDULED : AgreementStatus.PAST_DUE);
      case "paused" -> Optional.of(AgreementStatus.SUSPENDED);
      case "incomplete" -> Optional.empty();
      default -> throw new MalformedEventException("bad_subscription_status");
    };
  }

  private static @Nullable Instant endsAt(
      AgreementStatus status, StripeEvent event, ProviderObject subscription) {
    return switch (status) {
      case CANCELED ->
          subscription
              .instant("ended_at")
              .or(() -> subscription.instant("canceled_at"))
              .orElse(event.at());
      case CANCEL_SCHEDULED ->
          subscription.instant("cancel_at").or(() -> endOfPeriod(subscription)).orElse(null);
      case ACTIVE, PAST_DUE, SUSPENDED -> null;
    };
  }

  /** Since 2025-03-31 each item has a period of its own; before, the subscription had one. */
  private static Optional<Instant> endOfPeriod(ProviderObject subscription) {
    return Stream.concat(
            subscription.instant("current_period_end").stream(),
            subscription
                .elements("items")
                .flatMap(item -> item.instant("current_period_end").stream()))
        .max(Comparator.naturalOrder());
  }

  private static Stream<Optional<String>> prices(ProviderObject item) {
    return Stream.of(
        item.reference("price"),
        item.reference("plan"),
        item.reference("price", "product"),
        item.reference("plan", "product"));
  }
}
