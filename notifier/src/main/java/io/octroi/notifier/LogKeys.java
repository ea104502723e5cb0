package io.octroi.notifier;

/** The keys of log key-values; none of them ever holds an address, a link, a body or a secret. */
public final class LogKeys {
  /** Id of a notification. */
  public static final String NOTIFICATION = "notification_id";

  /** Kind of a notification, such as {@code reminder}. */
  public static final String KIND = "kind";

  /** Id of a delivery. */
  public static final String DELIVERY = "delivery_id";

  /** What a delivery does, such as {@code email} or {@code telegram.removal}. */
  public static final String ACTION = "action";

  /** Number of the attempt at a delivery, from 1. */
  public static final String ATTEMPT = "attempt";

  /** Short reason code, such as {@code smtp_550} or {@code blocked}. */
  public static final String CODE = "code";

  /** Class of an exception; its message may hold an address and stays out. */
  public static final String ERROR = "error";

  /** How many rows or records the message is about. */
  public static final String COUNT = "count";

  /** Id of a Telegram chat. */
  public static final String CHAT = "chat_id";

  private LogKeys() {}
}
