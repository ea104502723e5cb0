package io.octroi.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. */
public final class LoopbackPorts {
  private LoopbackPorts() {}

  /** 127.0.0.1, and never ::1, so that every process means the same address. */
  public static InetAddress address() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A port that was free a moment ago. Nobody reserves it: whoever binds it must be ready to lose.
   */
  public static int free() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on 127.0.0.1", e);
    }
  }

  /**
   * The given port if nobody listens on it, or a free one for 0.
   *
   * @param purpose what the port is for, as in "Kafka broker"
   * @throws PortInUseException when somebody listens on it
   */
  public static int claim(int port, String purpose) {
    if (port == 0) {
      return free();
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address(), port));
      return port;
    } catch (BindException e) {
      throw new PortInUseException(port, purpose);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try port " + port, e);
    }
  }
}
