package io.octroi.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.process.LoopbackPorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int SILENCE_MILLIS = 300;

  private ServerSocket server;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket();
    server.bind(new InetSocketAddress(LoopbackPorts.address(), 0));
    Thread.ofVirtual().start(this::echo);
    proxy = TcpProxy.start(0, server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void bytes_go_through_in_both_directions() throws IOException {
    try (Socket client = connect()) {
      assertThat(echoOf(client, 'a')).isEqualTo('a');
    }
  }

  @Test
  void one_that_refuses_resets_old_connections_and_new_ones_until_it_forwards_again()
      throws IOException {
    // Given
    try (Socket old = connect()) {
      assertThat(echoOf(old, 'a')).isEqualTo('a');

      // When
      proxy.refuse();

      // Then
      assertThatThrownBy(() -> failIfEnded(echoOf(old, 'b'))).isInstanceOf(IOException.class);
      assertThatThrownBy(this::connectAndTalk).isInstanceOf(IOException.class);
    }
    proxy.forward();
    try (Socket client = connect()) {
      assertThat(echoOf(client, 'c')).isEqualTo('c');
    }
  }

  @Test
  void one_that_swallows_says_nothing_and_what_it_cut_stays_dead() throws IOException {
    // Given
    try (Socket old = connect()) {
      assertThat(echoOf(old, 'a')).isEqualTo('a');

      // When
      proxy.swallow();

      // Then
      assertSilent(old, 'b');
      try (Socket young = connect()) {
        assertSilent(young, 'b');

        // When
        proxy.forward();

        // Then
        assertSilent(old, 'c');
        assertSilent(young, 'c');
      }
      try (Socket fresh = connect()) {
        assertThat(echoOf(fresh, 'd')).isEqualTo('d');
      }
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(LoopbackPorts.address(), proxy.port()), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Refused before or after it was let in: both are a refusal. */
  private void connectAndTalk() throws IOException {
    try (Socket socket = connect()) {
      failIfEnded(echoOf(socket, 'b'));
    }
  }

  private static void assertSilent(Socket socket, int value) throws IOException {
    socket.setSoTimeout(SILENCE_MILLIS);
    assertThatThrownBy(() -> echoOf(socket, value)).isInstanceOf(SocketTimeoutException.class);
  }

  private static int echoOf(Socket socket, int value) throws IOException {
    socket.getOutputStream().write(value);
    return socket.getInputStream().read();
  }

  private static void failIfEnded(int read) throws IOException {
    if (read < 0) {
      throw new IOException("ended");
    }
  }

  private void echo() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> echo(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void echo(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // The test is over.
    }
  }
}
