package io.octroi.local;

import io.octroi.platform.stripe.StripeEvent;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripePayment;
import io.octroi.platform.stripe.StripeWebhookSender;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Sells through Stripe: makes purchases and posts their webhooks to the gateway. */
public final class Shop implements AutoCloseable {
  /** Nothing listened, it hung up, or it took too long. */
  public static final int NO_ANSWER = 0;

  private final StripeIds ids = StripeIds.random();
  private final StripeEvents events = new StripeEvents(ids);
  private final Clock clock;
  private final StripeWebhookSender sender;

  public Shop(LocalSystem system) {
    this.clock = system.clock();
    this.sender =
        new StripeWebhookSender(
            URI.create("http://127.0.0.1:" + system.ports().gateway() + "/webhooks/stripe"),
            List.of(system.credentials().stripeWebhookSecret()),
            clock);
  }

  /** One customer's purchase and the event that tells of it. */
  public record Purchase(
      String customer, long telegramUser, StripePayment payment, StripeEvent event) {}

  public Purchase buy(String customer, long telegramUser) {
    StripePayment payment =
        StripePayment.of(ids, 4900, "eur", customer, clock.instant())
            .withEmail(customer + "@example.com")
            .withMetadata(
                Map.of(
                    "user_id",
                    customer,
                    "plan_code",
                    "signaux-monthly",
                    "language",
                    "fr",
                    "telegram_user_id",
                    String.valueOf(telegramUser)));
    return new Purchase(
        customer, telegramUser, payment, events.checkoutCompleted(payment, clock.instant()));
  }

  /** The purchase of somebody who can be reached by telephone only. */
  public Purchase buyByPhone(String customer, String phone) {
    StripePayment payment =
        StripePayment.of(ids, 4900, "eur", customer, clock.instant())
            .withMetadata(
                Map.of("user_id", customer, "plan_code", "signaux-monthly", "phone", phone));
    return new Purchase(customer, 0, payment, events.checkoutCompleted(payment, clock.instant()));
  }

  public StripeEvents events() {
    return events;
  }

  /** Posts the event; whether the gateway answered 2xx. An answer that never came counts as no. */
  public boolean tell(StripeEvent event) {
    int status = answer(event);
    return status >= 200 && status < 300;
  }

  /** Posts the event; the status of the answer, {@value #NO_ANSWER} where none came. */
  public int answer(StripeEvent event) {
    try {
      return sender.send(event).status();
    } catch (UncheckedIOException e) {
      return NO_ANSWER;
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
