package io.octroi.notifier.mail;

import io.octroi.contracts.Money;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.wording.Letter;
import io.octroi.notifier.wording.Link;
import io.octroi.notifier.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One letter of every kind, and of each that is worded in several ways each, about nobody. */
final class PreviewSamples {
  private static final Money PRICE = Money.of(4900, "EUR");
  private static final Money PART = Money.of(1950, "EUR");

  private final Wording wording;
  private final String planCode;
  private final Instant now;
  private final Instant endsAt;
  private final Map<String, Sample> samples = new LinkedHashMap<>();

  private PreviewSamples(Wording wording, String planCode, Instant now) {
    this.wording = wording;
    this.planCode = planCode;
    this.now = now;
    this.endsAt = now.plus(Duration.ofDays(30));
  }

  /**
   * @param letter writes it in a language, a BCP 47 tag
   */
  record Sample(Notification notification, Function<String, Letter> letter) {}

  /** By name, in the order of a customer's life. */
  static Map<String, Sample> of(Wording wording, String planCode, Instant now) {
    PreviewSamples samples = new PreviewSamples(wording, planCode, now);
    samples.ofAccess();
    samples.ofPayments();
    return samples.samples;
  }

  private void ofAccess() {
    Link start = Link.start("https://t.me/example_bot?start=ThisIsOnlyASample", endsAt);
    Link invitation = Link.invitation("https://t.me/+ThisIsOnlyASample", endsAt);
    access("activation-confirmed", NotificationKind.ACTIVATION_CONFIRMED, start);
    access("activation-confirmed-invited", NotificationKind.ACTIVATION_CONFIRMED, invitation);
    Notification late = access(NotificationKind.ACTIVATION_CONFIRMED, false);
    add("late-link", late, tag -> wording.ofLateLinks(late, tag, List.of(invitation)));
    access("account-linked", NotificationKind.ACCOUNT_LINKED, invitation);
    access("renewal-confirmed", NotificationKind.RENEWAL_CONFIRMED);
    access("reminder", NotificationKind.REMINDER);
    access("access-ended", NotificationKind.ACCESS_ENDED);
    Notification reversed = access(NotificationKind.ACCESS_ENDED, true);
    add("access-ended-reversed", reversed, tag -> wording.of(reversed, tag, null));
    access("access-reopened", NotificationKind.ACCESS_REOPENED, start);
  }

  private void ofPayments() {
    payment("refund-of-a-part", NotificationKind.REFUND, PRICE, PART, endsAt);
    payment("refund-in-full", NotificationKind.REFUND, PRICE, PRICE, null);
    payment("payment-failed", NotificationKind.PAYMENT_FAILED, PRICE, null, null);
    payment("payment-failed-while-open", NotificationKind.PAYMENT_FAILED, null, null, endsAt);
    payment("dispute-opened", NotificationKind.DISPUTE_OPENED, PRICE, null, endsAt);
    payment("dispute-opened-closed", NotificationKind.DISPUTE_OPENED, PRICE, null, null);
    payment("dispute-won", NotificationKind.DISPUTE_WON, PRICE, null, endsAt);
    payment("dispute-lost", NotificationKind.DISPUTE_LOST, PRICE, null, null);
  }

  private void access(String name, NotificationKind kind, Link... links) {
    Notification notification = access(kind, false);
    add(name, notification, tag -> wording.withLinks(notification, tag, List.of(links), false));
  }

  private Notification access(NotificationKind kind, boolean reversed) {
    Notification.Access access = new Notification.Access(id(1), 1, "sample", endsAt);
    return notification(kind, access, Notification.Payment.of(id(2), PRICE), reversed);
  }

  private void payment(
      String name,
      NotificationKind kind,
      @Nullable Money amount,
      @Nullable Money refunded,
      @Nullable Instant openUntil) {
    Notification notification =
        notification(kind, null, new Notification.Payment(id(2), amount, refunded), false);
    add(name, notification, tag -> wording.of(notification, tag, openUntil));
  }

  private Notification notification(
      NotificationKind kind,
      Notification.@Nullable Access access,
      Notification.Payment payment,
      boolean reversed) {
    return new Notification(
        id(3),
        "sample",
        kind,
        new Notification.Subject("sample", planCode, access),
        payment,
        reversed,
        now,
        now,
        "");
  }

  private void add(String name, Notification notification, Function<String, Letter> letter) {
    samples.put(name, new Sample(notification, letter));
  }

  private static UUID id(int number) {
    return new UUID(0x7000, Long.MIN_VALUE + number);
  }
}
