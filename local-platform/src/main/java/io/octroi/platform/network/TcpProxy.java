package io.octroi.platform.network;

import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and a server on 127.0.0.1 and fails as networks do: it refuses, or it
 * swallows all bytes and tells nobody. Forwards until told otherwise.
 */
public final class TcpProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int targetPort;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private Mode mode = Mode.FORWARD;

  private enum Mode {
    FORWARD,
    REFUSE,
    SWALLOW
  }

  private TcpProxy(ServerSocket listener, int targetPort) {
    this.listener = listener;
    this.targetPort = targetPort;
  }

  /**
   * Listens on a port and connects each client to another.
   *
   * @param port 0 picks a free one
   * @param targetPort where the server is; it need not be there yet
   * @throws PortInUseException when the port is taken
   */
  public static TcpProxy start(int port, int targetPort) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(LoopbackPorts.address(), port));
      TcpProxy proxy = new TcpProxy(listener, targetPort);
      Thread.ofVirtual().name("proxy").start(proxy::acceptAll);
      return proxy;
    } catch (BindException e) {
      throw new PortInUseException(port, "TCP proxy");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a proxy", e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** New connections work again. Those that bytes of were swallowed stay dead, and say nothing. */
  public synchronized void forward() {
    mode = Mode.FORWARD;
  }

  /** Resets all connections and every new one, as when the server's process is gone. */
  public synchronized void refuse() {
    mode = Mode.REFUSE;
    links.forEach(Link::reset);
  }

  /**
   * Half-open TCP: all connections stay open, new ones too, and no byte gets through in either
   * direction, nor the news that a side has closed.
   */
  public synchronized void swallow() {
    mode = Mode.SWALLOW;
    links.forEach(Link::cut);
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        admit(listener.accept());
      } catch (IOException e) {
        // Closed, or a client that was gone before it was let in.
      }
    }
  }

  private synchronized void admit(Socket client) throws IOException {
    switch (mode) {
      case REFUSE -> {
        client.setSoLinger(true, 0);
        client.close();
      }
      case SWALLOW -> {
        Link link = new Link(client, new Socket(), links::remove);
        link.cut();
        link.start();
      }
      case FORWARD -> {
        Socket server = new Socket();
        try {
          server.connect(new InetSocketAddress(LoopbackPorts.address(), targetPort), 2_000);
        } catch (IOException e) {
          client.setSoLinger(true, 0);
          client.close();
          return;
        }
        Link link = new Link(client, server, links::remove);
        links.add(link);
        link.start();
      }
    }
  }

  @Override
  public synchronized void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    links.forEach(Link::reset);
  }
}
