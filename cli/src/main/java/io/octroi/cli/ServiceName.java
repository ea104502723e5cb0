package io.octroi.cli;

import java.util.Locale;

/** The services that operators speak to. */
public enum ServiceName {
  GATEWAY(9080),
  PAYMENT_WORKER(9081),
  SUBSCRIPTION_WORKER(9082),
  NOTIFIER(9083);

  private final int usualPort;

  ServiceName(int usualPort) {
    this.usualPort = usualPort;
  }

  /** As it is written on the command line: {@code payment-worker}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable with its management address: {@code OCTROI_PAYMENT_WORKER_URL}. */
  String variable() {
    return "OCTROI_" + name() + "_URL";
  }

  int usualPort() {
    return usualPort;
  }
}
