package io.octroi.runtime.fault;

import java.util.Locale;

/**
 * Named lines at which a process can be told to end at once, as a power cut would end it, to prove
 * that nothing is lost or done twice there. The system property {@value #PROPERTY}, as in {@code
 * after-commit:3}, arms one of them for its third passing; without it they do nothing.
 */
public enum FaultPoint {
  /** The broker has a webhook; its provider has no answer yet. */
  BEFORE_ANSWER,
  /** A batch was handled; the database does not have it yet. */
  BEFORE_COMMIT,
  /** The database has a batch; the broker still thinks that nobody read it. */
  AFTER_COMMIT,
  /** The broker has events that the outbox still holds. */
  AFTER_PUBLISH,
  /** A message left for the world outside; nobody has noted that it did. */
  MID_DELIVERY;

  /** Which point halts this process, and at which passing. */
  public static final String PROPERTY = "octroi.faults.halt-at";

  /** What a shell reports of a process that SIGKILL ended. */
  private static final int KILLED = 137;

  private static final HaltAt ARMED = HaltAt.parse(System.getProperty(PROPERTY, ""));

  /** How the property calls it: {@code after-commit}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Says that the process is at this line. Does not return where it is to end here. */
  public void reached() {
    if (ARMED.isDue(this)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
