package io.octroi.cli;

/** What commands end with. */
public final class Exit {
  /** Done, and nothing is amiss. */
  public static final int OK = 0;

  /** Done, and there are findings or differences. */
  public static final int FOUND = 1;

  /** The command was not understood, or an option is missing. */
  public static final int USAGE = 2;

  /** The service refused it, or what it is about is not there. */
  public static final int REFUSED = 3;

  /** The service does not answer. */
  public static final int UNREACHABLE = 4;

  /** The command itself broke, say by an answer that it does not understand. */
  public static final int BROKEN = 5;

  private Exit() {}
}
