package io.octroi.walks;

import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.messaging.Inbound;
import io.octroi.notifier.NotifierApplication;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.Notifications;
import io.octroi.payment.PaymentWorkerApplication;
import io.octroi.payment.agreement.AgreementsInDatabase;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import io.octroi.payment.payment.PaymentBooks;
import io.octroi.payment.payment.PaymentId;
import io.octroi.payment.payment.Payments;
import io.octroi.payment.payment.PaymentsInDatabase;
import io.octroi.subscription.SubscriptionWorkerApplication;
import io.octroi.subscription.due.DueClock;
import io.octroi.subscription.plan.Plans;
import io.octroi.subscription.reconciliation.KnownInDatabase;
import io.octroi.subscription.subscription.AccessBooks;
import io.octroi.subscription.subscription.AccessInDatabase;
import io.octroi.subscription.subscription.Rebuilding;
import io.octroi.subscription.subscription.SubscriptionKey;
import io.octroi.testing.TestInfrastructure;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The workers themselves, each on its tables in a real database. */
final class WorkersOnDatabase implements Workers, AutoCloseable {
  private static final int MOST = 10_000;
  private static final String NEXT_DUE =
      """
      select min(case when reminder_at is not null and reminded_for is distinct from ends_at
                      then reminder_at else ends_at end)
        from subscriptions where status = 'active'
      """;

  private final InstantSource time = () -> this.now;
  private final AtomicLong asked = new AtomicLong();

  /** Ids of payments are in the order in which they were made, however fast that is. */
  private final InstantSource ticking = () -> this.now.plusMillis(asked.incrementAndGet());

  private volatile Instant now = Scenario.NOW;
  private final StillWorker paymentWorker;
  private final StillWorker subscriptionWorker;
  private final StillWorker notifier;
  private long offset;

  WorkersOnDatabase() {
    StillWorker.Surroundings surroundings =
        new StillWorker.Surroundings(time.withZone(ZoneOffset.UTC), Policies.PLANS);
    StillWorker.Surroundings moving =
        new StillWorker.Surroundings(ticking.withZone(ZoneOffset.UTC), Policies.PLANS);
    paymentWorker =
        StillWorker.start(
            PaymentWorkerApplication.class,
            "payment-worker",
            TestInfrastructure.database("payments", "payment_worker"),
            moving);
    subscriptionWorker =
        StillWorker.start(
            SubscriptionWorkerApplication.class,
            "subscription-worker",
            TestInfrastructure.database("subscriptions", "subscription_worker"),
            surroundings,
            "octroi.subscription.removal.require-watermarks=false");
    notifier =
        StillWorker.start(
            NotifierApplication.class,
            "notifier",
            TestInfrastructure.database("notifier", "notifier"),
            surroundings,
            "octroi.notifier.telegram.token=900000001:AAsecretAAsecretAAsecret",
            "octroi.notifier.telegram.bot-username=octroi_local_bot",
            "octroi.notifier.telegram.messages=true",
            "octroi.notifier.telegram.chats." + Scenario.FAMILY + "=-1001");
  }

  /** These workers as they were before they heard of anything. */
  WorkersOnDatabase emptied() {
    now = Scenario.NOW;
    asked.set(0);
    paymentWorker.empty();
    subscriptionWorker.empty();
    notifier.empty();
    return this;
  }

  @Override
  public List<EventEnvelope> hear(List<VerifiedWebhook> batch) {
    paymentWorker.take(
        "webhookIntake",
        batch.stream().map(w -> Polled.of(WebhookCodec.toRecord(w), offset++)).toList());
    return paymentWorker.told();
  }

  @Override
  public List<EventEnvelope> order(Order order) {
    paymentWorker.bean(Orders.class).register(order);
    return paymentWorker.told();
  }

  @Override
  public List<EventEnvelope> hearOfPayments(List<Inbound> batch) {
    subscriptionWorker.take("paymentIntake", batch);
    return subscriptionWorker.told();
  }

  @Override
  public void hearOfSubscriptions(List<Inbound> batch) {
    notifier.take("subscriptionsHandler", batch);
  }

  /** Whatever was heard in whatever order: subscriptions are what their payments amount to. */
  private void requireNothingToRebuild() {
    Rebuilding.Page page =
        subscriptionWorker.bean(Rebuilding.class).compare(new SubscriptionKey("", ""), MOST, now);
    if (!page.differences().isEmpty()) {
      throw new IllegalStateException("a rebuild would find " + page.differences());
    }
  }

  /** What is kept of payments is what was told of them. */
  private void requireNothingToReconcile() {
    Map<UUID, String> told =
        paymentWorker.bean(Payments.class).published(new PaymentId(new UUID(0, 0)), MOST).stream()
            .collect(Collectors.toMap(p -> p.id().value(), p -> p.version() + " " + p.digest()));
    Map<UUID, String> kept = KnownInDatabase.digests(subscriptionWorker.jdbc(), MOST);
    if (!kept.equals(told)) {
      throw new IllegalStateException("kept is " + kept + ", told was " + told);
    }
  }

  @Override
  public List<EventEnvelope> runOut() {
    requireNothingToReconcile();
    requireNothingToRebuild();
    List<EventEnvelope> told = new ArrayList<>();
    DueClock dueClock = subscriptionWorker.bean(DueClock.class);
    Optional<Instant> due = nextDue();
    while (due.isPresent()) {
      now = due.get().isAfter(now) ? due.get() : now;
      DueClock.Round round = dueClock.runOnce();
      if (round.expired() + round.reminded() == 0) {
        throw new IllegalStateException("the clock left undone what was due at " + due.get());
      }
      told.addAll(subscriptionWorker.told());
      due = nextDue();
    }
    requireNothingToRebuild();
    return told;
  }

  private Optional<Instant> nextDue() {
    return subscriptionWorker
        .jdbc()
        .query(
            NEXT_DUE,
            (row, number) -> {
              OffsetDateTime due = row.getObject(1, OffsetDateTime.class);
              return Optional.ofNullable(due).map(OffsetDateTime::toInstant);
            })
        .getFirst();
  }

  @Override
  public PaymentBooks payments() {
    return PaymentsInDatabase.books(paymentWorker.jdbc(), paymentWorker.bean(JsonMapper.class));
  }

  @Override
  public List<String> agreements() {
    return AgreementsInDatabase.fingerprint(paymentWorker.jdbc());
  }

  @Override
  public AccessBooks access() {
    return AccessInDatabase.books(subscriptionWorker.jdbc(), subscriptionWorker.bean(Plans.class));
  }

  @Override
  public List<Notification> notifications() {
    Notifications all = notifier.bean(Notifications.class);
    return notifier
        .jdbc()
        .query("select distinct customer_id from notifications", (row, number) -> row.getString(1))
        .stream()
        .flatMap(customer -> all.ofCustomer(customer, MOST).stream())
        .toList();
  }

  @Override
  public void close() {
    notifier.close();
    subscriptionWorker.close();
    paymentWorker.close();
  }
}
