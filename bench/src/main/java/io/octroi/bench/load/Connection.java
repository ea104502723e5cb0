package io.octroi.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection with at most one request under way. */
final class Connection {
  private static final int ANSWER_BYTES = 16 * 1024;

  private final InetSocketAddress address;
  private final Selector selector;
  private final ByteBuffer request;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER_BYTES);
  private final ResponseParser parser = new ResponseParser();
  private SocketChannel channel;
  private SelectionKey key;
  private boolean busy;
  private int number;
  private long intendedNanos;

  /** What became of a request so far. */
  enum Progress {
    WAITING,
    ANSWERED,
    BROKEN,
    /** Nothing was asked, and something came, mostly the end of the connection. */
    UNASKED
  }

  @SuppressWarnings("NullAway.Init") // assigned by connect()
  Connection(InetSocketAddress address, Selector selector, int requestBytes) throws IOException {
    this.address = address;
    this.selector = selector;
    this.request = ByteBuffer.allocateDirect(requestBytes);
    connect();
  }

  private void connect() throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(address);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
    busy = false;
  }

  /** Where the next request is written before it is sent. */
  ByteBuffer request() {
    return request;
  }

  int number() {
    return number;
  }

  long intendedNanos() {
    return intendedNanos;
  }

  int status() {
    return parser.status();
  }

  /**
   * Sends what {@link #request()} holds.
   *
   * @param of the event's number
   * @param intended when it was meant to be sent
   */
  Progress send(int of, long intended) {
    busy = true;
    number = of;
    intendedNanos = intended;
    parser.reset();
    return write();
  }

  private Progress write() {
    try {
      channel.write(request);
      key.interestOps(
          request.hasRemaining()
              ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
              : SelectionKey.OP_READ);
      return Progress.WAITING;
    } catch (IOException e) {
      return Progress.BROKEN;
    }
  }

  /** Goes on where the socket is ready. */
  Progress goOn() {
    if (!busy) {
      return Progress.UNASKED;
    }
    if (key.isWritable() && write() == Progress.BROKEN) {
      return Progress.BROKEN;
    }
    return key.isReadable() ? read() : Progress.WAITING;
  }

  private Progress read() {
    try {
      answer.clear();
      if (channel.read(answer) < 0) {
        return Progress.BROKEN;
      }
      answer.flip();
      busy = !parser.read(answer);
      return busy ? Progress.WAITING : Progress.ANSWERED;
    } catch (IOException | IllegalStateException e) {
      return Progress.BROKEN;
    }
  }

  boolean isUsable() {
    return channel.isOpen() && !parser.isLastOne();
  }

  /** In place of one that broke or that the other side ends. */
  void renew() throws IOException {
    close();
    connect();
  }

  void close() throws IOException {
    channel.close();
  }
}
