package io.octroi.platform.smtp;

import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server on 127.0.0.1 that sends nothing on: what it receives stays in its mailbox. */
public final class MailStandIn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailStandIn.class);
  private static final int CLIENT_TIMEOUT_MILLIS = 300_000;

  private final MailServer server;
  private final ServerSocket socket;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  private MailStandIn(MailServer server, ServerSocket socket) {
    this.server = server;
    this.socket = socket;
  }

  /**
   * How it runs.
   *
   * @param port 0 picks a free one
   * @param login empty lets everybody in
   * @param directory where messages are kept as .eml files; empty keeps them in memory
   * @param keptMessages the oldest of more are forgotten
   */
  public record Settings(
      int port,
      Optional<Login> login,
      int largestMessageBytes,
      int keptMessages,
      Clock clock,
      Optional<Path> directory) {
    public static Settings inMemory(Clock clock) {
      return new Settings(0, Optional.empty(), 10 * 1024 * 1024, 10_000, clock, Optional.empty());
    }

    public Settings withPort(int value) {
      return new Settings(value, login, largestMessageBytes, keptMessages, clock, directory);
    }

    public Settings withLogin(String user, String password) {
      return new Settings(
          port,
          Optional.of(new Login(user, password)),
          largestMessageBytes,
          keptMessages,
          clock,
          directory);
    }

    public Settings withLimits(int messageBytes, int messages) {
      return new Settings(port, login, messageBytes, messages, clock, directory);
    }

    public Settings withDirectory(Path value) {
      return new Settings(
          port, login, largestMessageBytes, keptMessages, clock, Optional.of(value));
    }
  }

  /** What a client must know to send. */
  public record Login(String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * Starts a server.
   *
   * @throws PortInUseException when the port is taken
   */
  public static MailStandIn start(Settings settings) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LoopbackPorts.address(), settings.port()));
      MailStandIn started = new MailStandIn(new MailServer(settings), socket);
      Thread.ofVirtual().name("mail").start(started::acceptAll);
      return started;
    } catch (BindException e) {
      throw new PortInUseException(settings.port(), "mail stand-in");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the mail stand-in", e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What it has received, oldest first. */
  public List<ReceivedMail> mails() {
    return server.mailbox().all();
  }

  /** What it has received for one address, in whatever case. */
  public List<ReceivedMail> mailsTo(String address) {
    String wanted = address.toLowerCase(Locale.ROOT);
    return mails().stream()
        .filter(
            mail -> mail.to().stream().anyMatch(to -> to.toLowerCase(Locale.ROOT).equals(wanted)))
        .toList();
  }

  /** Lets in whoever says this, and nobody else, from the next sign-in on. */
  public void login(String user, String password) {
    server.login(new Login(user, password));
  }

  /** Forgets all messages, their files too. */
  public void clear() {
    server.mailbox().clear();
  }

  /** Makes mail for certain addresses fail. */
  public void fail(MailFault fault) {
    server.fail(fault);
  }

  public void clearFaults() {
    server.clearFaults();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        clients.add(client);
        Thread.ofVirtual().name("mail client").start(() -> serve(client));
      } catch (IOException e) {
        // Closed, or a client that was gone before it was let in.
        LOG.atDebug().setCause(e).log("No client");
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      client.setSoTimeout(CLIENT_TIMEOUT_MILLIS);
      new SmtpSession(server, client).run();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("A mail client's connection ended");
    } finally {
      clients.remove(client);
    }
  }
}
