package io.octroi.contracts;

import io.octroi.contracts.PaymentEvent.AgreementUpdated;
import io.octroi.contracts.PaymentEvent.DisputeWon;
import io.octroi.contracts.PaymentEvent.PaymentAmended;
import io.octroi.contracts.PaymentEvent.PaymentDisputed;
import io.octroi.contracts.PaymentEvent.PaymentFailed;
import io.octroi.contracts.PaymentEvent.PaymentLost;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import io.octroi.contracts.PaymentEvent.PaymentPending;
import io.octroi.contracts.PaymentEvent.PaymentRefunded;
import io.octroi.contracts.PaymentEvent.PaymentSucceeded;
import io.octroi.contracts.SubscriptionEvent.SubscriptionActivated;
import io.octroi.contracts.SubscriptionEvent.SubscriptionAmended;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionReminderDue;
import io.octroi.contracts.SubscriptionEvent.SubscriptionRenewed;
import io.octroi.contracts.SubscriptionEvent.SubscriptionShortened;
import io.octroi.contracts.WatermarkEvent.WatermarkAdvanced;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the golden files say, as records. */
final class SampleEvents {
  static final Instant AT = Instant.parse("2026-02-03T10:15:31Z");
  private static final Instant PAID_AT = Instant.parse("2026-02-03T10:15:30.250Z");
  private static final Instant ENDS_AT = Instant.parse("2026-03-05T10:15:30.250Z");
  private static final UUID PAYMENT_ID = UUID.fromString("019c2b6a-7c10-7a3e-9d41-5b2c8e6f0a17");
  private static final UUID OTHER_ID = UUID.fromString("019c2b6a-9000-7c44-b3a1-0f1e2d3c4b5a");
  private static final UUID SUBSCRIPTION_ID =
      UUID.fromString("019c2b6b-01f4-7b52-8a90-c1d2e3f40516");
  private static final Contact CONTACT = new Contact("member@example.org", "fr", 7012345678L);
  private static final Money PRICE = Money.of(4900, "EUR");
  private static final Money NOTHING = Money.of(0, "EUR");

  private SampleEvents() {}

  /** One of each event, with every component present. */
  static List<DomainEvent> full() {
    return List.of(
        new PaymentPending(
            AT, payment(1, PaymentStatus.PENDING, Money.of(25000, "XOF"), Money.of(0, "XOF"))),
        new PaymentSucceeded(AT, payment(2, PaymentStatus.SUCCEEDED, PRICE, NOTHING)),
        new PaymentFailed(
            AT, payment(2, PaymentStatus.FAILED, Money.of(12500, "KWD"), Money.of(0, "KWD"))),
        new PaymentRefunded(
            AT, payment(3, PaymentStatus.PARTIALLY_REFUNDED, PRICE, Money.of(1950, "EUR"))),
        new PaymentDisputed(AT, payment(4, PaymentStatus.DISPUTED, PRICE, NOTHING)),
        new DisputeWon(AT, payment(5, PaymentStatus.SUCCEEDED, PRICE, NOTHING)),
        new PaymentLost(AT, payment(5, PaymentStatus.LOST, PRICE, NOTHING)),
        new PaymentAmended(AT, payment(6, PaymentStatus.REFUNDED, PRICE, PRICE)),
        new PaymentMerged(AT, PAYMENT_ID, 7, "cus_9041", OTHER_ID),
        agreement("signaux-30", ENDS_AT),
        new SubscriptionActivated(AT, active(1), PAYMENT_ID, PRICE),
        new SubscriptionRenewed(AT, active(2), PAYMENT_ID, PRICE),
        new SubscriptionShortened(AT, active(3), PAYMENT_ID),
        new SubscriptionAmended(AT, active(4)),
        new SubscriptionReminderDue(AT, active(5)),
        new SubscriptionExpired(
            AT,
            subscription(6, SubscriptionStatus.EXPIRED, CONTACT),
            SubscriptionExpired.Reason.PAYMENT_REVERSED),
        new WatermarkAdvanced(AT, "stripe-main", "stripe", PAID_AT));
  }

  /** One of each event that has optional components, without them. */
  static List<DomainEvent> least() {
    return full().stream().flatMap(SampleEvents::least).toList();
  }

  private static Stream<DomainEvent> least(DomainEvent event) {
    return switch (event) {
      case PaymentPending e -> Stream.of(new PaymentPending(AT, least(e.payment())));
      case PaymentSucceeded e -> Stream.of(new PaymentSucceeded(AT, least(e.payment())));
      case PaymentFailed e -> Stream.of(new PaymentFailed(AT, least(e.payment())));
      case PaymentRefunded e -> Stream.of(new PaymentRefunded(AT, least(e.payment())));
      case PaymentDisputed e -> Stream.of(new PaymentDisputed(AT, least(e.payment())));
      case DisputeWon e -> Stream.of(new DisputeWon(AT, least(e.payment())));
      case PaymentLost e -> Stream.of(new PaymentLost(AT, least(e.payment())));
      case PaymentAmended e -> Stream.of(new PaymentAmended(AT, least(e.payment())));
      case PaymentMerged e -> Stream.empty();
      case AgreementUpdated e -> Stream.of(agreement(null, null));
      case SubscriptionActivated e ->
          Stream.of(
              new SubscriptionActivated(AT, least(e.subscription()), e.paymentId(), e.amount()));
      case SubscriptionRenewed e ->
          Stream.of(
              new SubscriptionRenewed(AT, least(e.subscription()), e.paymentId(), e.amount()));
      case SubscriptionShortened e ->
          Stream.of(new SubscriptionShortened(AT, least(e.subscription()), e.paymentId()));
      case SubscriptionAmended e -> Stream.of(new SubscriptionAmended(AT, least(e.subscription())));
      case SubscriptionReminderDue e ->
          Stream.of(new SubscriptionReminderDue(AT, least(e.subscription())));
      case SubscriptionExpired e ->
          Stream.of(new SubscriptionExpired(AT, least(e.subscription()), e.reason()));
      case WatermarkAdvanced e -> Stream.empty();
    };
  }

  private static PaymentSnapshot payment(
      long version, PaymentStatus status, Money amount, Money refunded) {
    return snapshot(version, status, amount, refunded, PAID_AT, CONTACT);
  }

  private static PaymentSnapshot least(PaymentSnapshot payment) {
    return snapshot(payment.version(), payment.status(), null, null, null, Contact.UNKNOWN);
  }

  private static PaymentSnapshot snapshot(
      long version,
      PaymentStatus status,
      @Nullable Money amount,
      @Nullable Money refunded,
      @Nullable Instant paidAt,
      Contact contact) {
    return new PaymentSnapshot(
        PAYMENT_ID,
        version,
        "stripe",
        "stripe-main",
        "pi_3PqT7wKx",
        "cus_9041",
        "signaux-30",
        amount,
        refunded,
        status,
        paidAt,
        contact,
        null);
  }

  private static AgreementUpdated agreement(@Nullable String planCode, @Nullable Instant endsAt) {
    return new AgreementUpdated(
        AT,
        "stripe",
        "sub_1Lm8Zq",
        2,
        "cus_9041",
        planCode,
        AgreementStatus.CANCEL_SCHEDULED,
        endsAt);
  }

  private static SubscriptionSnapshot active(long version) {
    return subscription(version, SubscriptionStatus.ACTIVE, CONTACT);
  }

  private static SubscriptionSnapshot least(SubscriptionSnapshot subscription) {
    return subscription(subscription.version(), subscription.status(), Contact.UNKNOWN);
  }

  private static SubscriptionSnapshot subscription(
      long version, SubscriptionStatus status, Contact contact) {
    return new SubscriptionSnapshot(
        SUBSCRIPTION_ID,
        version,
        "cus_9041",
        "signaux",
        "signaux-30",
        status,
        PAID_AT,
        ENDS_AT,
        contact);
  }
}
