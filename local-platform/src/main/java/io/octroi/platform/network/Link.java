package io.octroi.platform.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One client's connection through the proxy. */
final class Link {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Socket client;
  private final Socket server;
  private final Consumer<Link> ended;
  private final AtomicInteger openDirections = new AtomicInteger(2);
  private volatile boolean cut;

  /**
   * @param server connected, or a new one where the client is to talk to nobody
   */
  Link(Socket client, Socket server, Consumer<Link> ended) {
    this.client = client;
    this.server = server;
    this.ended = ended;
  }

  void start() {
    Thread.ofVirtual().name("proxy up").start(() -> pump(client, server));
    Thread.ofVirtual().name("proxy down").start(() -> pump(server, client));
  }

  /** From now on nothing gets through, for good. */
  void cut() {
    cut = true;
  }

  /** Ends both sides with an RST. */
  void reset() {
    resetQuietly(client);
    resetQuietly(server);
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      if (from.isConnected()) {
        from.setTcpNoDelay(true);
        InputStream in = from.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          pass(buffer, read, to);
        }
      }
    } catch (IOException e) {
      // A side that reset is a side that closed.
    } finally {
      closeQuietly(from);
      if (!cut) {
        closeQuietly(to);
      }
      if (openDirections.decrementAndGet() == 0) {
        ended.accept(this);
      }
    }
  }

  private void pass(byte[] buffer, int length, Socket to) throws IOException {
    if (!cut) {
      OutputStream out = to.getOutputStream();
      out.write(buffer, 0, length);
      out.flush();
    }
  }

  private static void resetQuietly(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException e) {
      // Closed already.
    }
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to do with it.
    }
  }
}
