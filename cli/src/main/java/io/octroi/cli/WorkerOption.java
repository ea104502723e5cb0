package io.octroi.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which workers a command asks: those that keep a database. */
final class WorkerOption {
  private static final List<ServiceName> WORKERS =
      List.of(ServiceName.PAYMENT_WORKER, ServiceName.SUBSCRIPTION_WORKER, ServiceName.NOTIFIER);

  @Option(
      names = "--service",
      required = true,
      paramLabel = "SERVICE",
      description = "payment-worker, subscription-worker or notifier.")
  private ServiceName service = ServiceName.PAYMENT_WORKER;

  ServiceName service() {
    if (!WORKERS.contains(service)) {
      throw new CommandException(Exit.USAGE, service + " keeps no database; one of " + WORKERS);
    }
    return service;
  }
}
