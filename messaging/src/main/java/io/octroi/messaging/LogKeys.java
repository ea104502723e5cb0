package io.octroi.messaging;

/** The key names of log entries; one vocabulary for all workers. */
public final class LogKeys {
  public static final String TOPIC = "topic";
  public static final String PARTITION = "partition";
  public static final String OFFSET = "offset";
  public static final String GROUP = "group";
  public static final String REASON = "reason";
  public static final String COUNT = "count";
  public static final String EVENT_ID = "event_id";

  private LogKeys() {}
}
