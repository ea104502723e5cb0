package io.octroi.walks;

import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.messaging.Inbound;
import io.octroi.notifier.notification.Notification;
import io.octroi.payment.order.Order;
import io.octroi.payment.payment.PaymentBooks;
import io.octroi.subscription.subscription.AccessBooks;
import java.util.List;

/** The three workers, each of which takes batches in and tells what came of them. */
interface Workers {
  /** The payment-worker takes a batch of webhooks in. */
  List<EventEnvelope> hear(List<VerifiedWebhook> batch);

  /** The payment-worker learns what a provider was asked to collect. */
  List<EventEnvelope> order(Order order);

  /** The subscription-worker takes a batch of payment events in, known ones among them. */
  List<EventEnvelope> hearOfPayments(List<Inbound> batch);

  /** The notifier takes a batch of subscription events in, known ones among them. */
  void hearOfSubscriptions(List<Inbound> batch);

  /** Time passes and nothing more is heard: a reminder before each end, then the end. */
  List<EventEnvelope> runOut();

  /** Everything that is known of payments. */
  PaymentBooks payments();

  /** Everything that is known of agreements with providers, a line each. */
  List<String> agreements();

  /** Everything that is known of access. */
  AccessBooks access();

  /** What was told, in any order. */
  List<Notification> notifications();
}
