package io.octroi.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports on 127.0.0.1. */
public final class LoopbackPorts {
  /** Linux gives 32768 and above to outgoing connections, macOS and Windows 49152 and above. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 12_000;

  /** Each process begins somewhere else. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

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
   * A port that was free a moment ago, and is given here once. Nobody reserves it: whoever binds it
   * must be ready to lose. It is none of those that systems give to outgoing connections, which
   * would take it in the seconds until it is bound.
   */
  public static int free() {
    for (int tried = 0; tried < COUNT; tried++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port on 127.0.0.1");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address(), port));
      return socket.isBound();
    } catch (BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try port " + port, e);
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
