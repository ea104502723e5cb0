package io.octroi.platform.process;

import java.util.Locale;

/**
 * A port that somebody else listens on; the message is fit to be shown to the person who started
 * us.
 */
public final class PortInUseException extends RuntimeException {
  private final int port;

  public PortInUseException(int port, String purpose) {
    super(
        String.format(
            Locale.ROOT,
            "Port %d on 127.0.0.1, wanted for the %s, is in use by another program."
                + " Stop that program or choose another port.",
            port,
            purpose));
    this.port = port;
  }

  public int port() {
    return port;
  }
}
