package io.octroi.bench.server;

import io.octroi.bench.subject.Subject;
import io.octroi.platform.process.ChildCommand;
import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.Deadline;
import io.octroi.platform.process.LoopbackPorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A server of one process, which ends with the one that started it. */
public final class ServerSubject implements Subject {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration LOOK_EACH = Duration.ofMillis(50);
  private static final int CONNECT_MILLIS = 500;

  private final ChildProcess process;
  private final Door door;
  private final Map<String, Long> foundations;

  /**
   * Where a server takes webhooks: at the path at which the gateway has its endpoint for Stripe.
   *
   * @param port on 127.0.0.1
   * @param secret what webhooks are signed with, also where nobody looks at it
   */
  public record Door(int port, String secret) {
    /** On a port that was free a moment ago. */
    public static Door signedWith(String secret) {
      return new Door(LoopbackPorts.free(), secret);
    }

    URI endpoint() {
      return URI.create("http://127.0.0.1:" + port + "/webhooks/stripe");
    }
  }

  private ServerSubject(ChildProcess process, Door door, Map<String, Long> foundations) {
    this.process = process;
    this.door = door;
    this.foundations = Map.copyOf(foundations);
  }

  /**
   * Starts it and returns when its port answers.
   *
   * @param foundations the pids of what it stands on, by name; they are not stopped with it
   * @throws IllegalStateException with its last output, when it ends before or takes over two
   *     minutes
   */
  public static ServerSubject start(
      ChildCommand command, Door door, Map<String, Long> foundations) {
    ServerSubject server = new ServerSubject(ChildProcess.start(command), door, foundations);
    try {
      server.awaitPort();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void awaitPort() {
    Deadline deadline = Deadline.after(START);
    while (!answers()) {
      if (!process.isAlive() || deadline.passed()) {
        throw new IllegalStateException(
            name()
                + " did not start. Its last output:\n"
                + String.join("\n", process.lastOutput(20)));
      }
      Deadline.pause(LOOK_EACH);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LoopbackPorts.address(), door.port()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public URI endpoint() {
    return door.endpoint();
  }

  @Override
  public String secret() {
    return door.secret();
  }

  @Override
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>(foundations);
    pids.put(name(), process.pid());
    return pids;
  }

  @Override
  public void close() {
    process.close();
  }
}
