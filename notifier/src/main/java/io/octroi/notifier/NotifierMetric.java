package io.octroi.notifier;

/**
 * Every metric of the notifier. Tags have few values: kinds, actions, outcomes and states are
 * enumerations.
 */
public enum NotifierMetric {
  /** Counter of notification rows made; tag {@code kind}. */
  NOTIFICATIONS_CREATED("octroi.notifier.notifications.created"),

  /**
   * Timer of attempts at a delivery, in seconds; tags {@code action} and {@code outcome} ({@code
   * sent}, {@code retry_later}, {@code refused}, {@code dropped}).
   */
  DELIVERY_ATTEMPTS("octroi.notifier.delivery.attempts"),

  /**
   * Counter of deliveries that came to their end; tags {@code action} and {@code status} ({@code
   * sent}, {@code failed}, {@code dropped}). A {@code failed} one needs a person.
   */
  DELIVERIES_SETTLED("octroi.notifier.deliveries.settled"),

  /**
   * Counter of results that came after the lease had gone to another worker; tag {@code action}.
   */
  DELIVERY_RESULTS_LATE("octroi.notifier.delivery.results.late"),

  /** Gauge of deliveries that are being sent by this process. */
  DELIVERIES_IN_FLIGHT("octroi.notifier.deliveries.in_flight"),

  /** Counter of start tokens shown to the bot; tag {@code outcome}: {@code linked}, or why not. */
  START_TOKENS_SHOWN("octroi.notifier.telegram.start_tokens.shown"),

  /** Counter of the bot's updates taken in; tag {@code kind}. */
  UPDATES_TAKEN_IN("octroi.notifier.telegram.updates"),

  /**
   * Counter of steps that make a chat agree with the subscriptions; tags {@code step} ({@code
   * approve}, {@code decline}, {@code remove}, {@code lift}, {@code revoke}, {@code invite}) and
   * {@code outcome} ({@code done}, {@code later}, {@code stopped}).
   */
  MEMBERSHIP_STEPS("octroi.notifier.membership.steps");

  private final String metricName;

  NotifierMetric(String metricName) {
    this.metricName = metricName;
  }

  public String metricName() {
    return metricName;
  }
}
