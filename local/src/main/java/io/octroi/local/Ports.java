package io.octroi.local;

import io.octroi.platform.process.LoopbackPorts;

/**
 * Where everything listens, on 127.0.0.1 only.
 *
 * @param gateway where providers post webhooks
 * @param gatewayManagement health and metrics of the gateway
 * @param console the page that shows what happened
 * @param telegram stand-in for Telegram's Bot API
 * @param smtp stand-in for a mail server
 * @param stripe stand-in for Stripe's API
 * @param secrets stand-in for AWS Secrets Manager
 * @param traces where the services export their traces to
 * @param twilio stand-in for Twilio's API
 */
public record Ports(
    int gateway,
    int gatewayManagement,
    int paymentWorker,
    int subscriptionWorker,
    int notifier,
    int console,
    int broker,
    int database,
    int telegram,
    int smtp,
    int stripe,
    int secrets,
    int traces,
    int twilio) {

  /**
   * The usual ports, moved up by an offset so that two systems can run side by side.
   *
   * @param offset 0 to 40000
   * @throws IllegalArgumentException for any other offset
   */
  public static Ports standard(int offset) {
    if (offset < 0 || offset > 40_000) {
      throw new IllegalArgumentException("--port-offset takes a number from 0 to 40000");
    }
    return new Ports(
        8080 + offset,
        9080 + offset,
        9081 + offset,
        9082 + offset,
        9083 + offset,
        8070 + offset,
        19092 + offset,
        15432 + offset,
        8071 + offset,
        8025 + offset,
        8072 + offset,
        8073 + offset,
        8074 + offset,
        8075 + offset);
  }

  /** Ports that were free a moment ago, for tests. */
  public static Ports free() {
    return new Ports(
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free(),
        LoopbackPorts.free());
  }

  /** Where a service says whether it is ready. */
  public int management(ServiceName service) {
    return switch (service) {
      case GATEWAY -> gatewayManagement;
      case PAYMENT_WORKER -> paymentWorker;
      case SUBSCRIPTION_WORKER -> subscriptionWorker;
      case NOTIFIER -> notifier;
    };
  }

  /**
   * Makes sure that all of them are free before anything is started.
   *
   * @throws io.octroi.platform.process.PortInUseException naming the first that is not
   */
  public void requireFree() {
    LoopbackPorts.claim(gateway, "gateway");
    LoopbackPorts.claim(gatewayManagement, "gateway's management");
    LoopbackPorts.claim(paymentWorker, "payment-worker");
    LoopbackPorts.claim(subscriptionWorker, "subscription-worker");
    LoopbackPorts.claim(notifier, "notifier");
    LoopbackPorts.claim(console, "console");
    LoopbackPorts.claim(broker, "Kafka broker");
    LoopbackPorts.claim(database, "PostgreSQL");
    LoopbackPorts.claim(telegram, "Telegram stand-in");
    LoopbackPorts.claim(smtp, "mail stand-in");
    LoopbackPorts.claim(stripe, "Stripe stand-in");
    LoopbackPorts.claim(secrets, "Secrets Manager stand-in");
    LoopbackPorts.claim(traces, "trace receiver");
    LoopbackPorts.claim(twilio, "Twilio stand-in");
  }
}
