package io.octroi.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Posts signed events over so many keep-alive connections. All of it is one thread over one
 * selector, because it shares its processors with what it measures.
 */
public final class Load {
  /** Answers that take longer count as this long, in microseconds. */
  private static final long LONGEST_MICROS = 60_000_000;

  private static final int NO_ANSWER = 0;
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(15);
  private static final long SHORT_WAIT_NANOS = 50_000;
  private static final long SELECTABLE_NANOS = 1_500_000;

  private final Target target;
  private final Pace pace;
  private final Clock clock;
  private final Requests requests;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final List<Connection> all = new ArrayList<>();
  private final Histogram latencies = new Histogram(LONGEST_MICROS, 3);
  private final Map<Integer, Long> refused = new TreeMap<>();
  private final Sendings sendings = new Sendings();
  private long accepted;
  private long lastAnswer;

  /**
   * Where and what.
   *
   * @param secret what events are signed with
   * @param connections kept open, each with one request at a time
   */
  public record Target(URI endpoint, String secret, EventTemplate template, int connections) {}

  private Load(Target target, Pace pace, Clock clock) {
    this.target = target;
    this.pace = pace;
    this.clock = clock;
    this.requests = new Requests(target.endpoint(), target.secret(), target.template());
  }

  /**
   * Runs until the pace has ended and everything is answered.
   *
   * @throws UncheckedIOException when nothing listens there
   */
  public static LoadResult run(Target target, Pace pace, Clock clock) {
    try {
      return new Load(target, pace, clock).run();
    } catch (IOException e) {
      throw new UncheckedIOException("no connection to " + target.endpoint(), e);
    }
  }

  private LoadResult run() throws IOException {
    try (Selector selector = Selector.open()) {
      InetSocketAddress address =
          new InetSocketAddress(target.endpoint().getHost(), target.endpoint().getPort());
      for (int i = 0; i < target.connections(); i++) {
        all.add(new Connection(address, selector, requests.size()));
      }
      idle.addAll(all);
      Instant startedAt = clock.instant();
      long start = System.nanoTime();
      lastAnswer = start;
      pace.begin(start);
      drive(selector);
      return new LoadResult(
          startedAt,
          Duration.ofNanos(Math.max(1, lastAnswer - start)),
          accepted,
          Map.copyOf(refused),
          latencies,
          sendings);
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  private void drive(Selector selector) throws IOException {
    long giveUp = Long.MAX_VALUE;
    while (true) {
      long due = sendWhatIsDue();
      long now = System.nanoTime();
      if (due == Pace.ENDED) {
        giveUp = giveUp == Long.MAX_VALUE ? now + LAST_ANSWERS.toNanos() : giveUp;
        if (idle.size() == all.size() || now > giveUp) {
          return;
        }
      }
      await(selector, idle.isEmpty() || due == Pace.ENDED ? Long.MAX_VALUE : due - now);
    }
  }

  private long sendWhatIsDue() throws IOException {
    long now = System.nanoTime();
    long due = pace.due(now);
    while (due <= now && !idle.isEmpty()) {
      Connection connection = idle.removeFirst();
      Instant wall = clock.instant();
      int number = sendings.add(EpochMicros.of(wall));
      requests.write(number, wall.getEpochSecond(), connection.request());
      pace.sent();
      if (connection.send(number, due) == Connection.Progress.BROKEN) {
        broken(connection);
      }
      now = System.nanoTime();
      due = pace.due(now);
    }
    return due;
  }

  /** A selector waits in milliseconds, which is coarse where a request is due in less. */
  private void await(Selector selector, long nanos) throws IOException {
    if (nanos > SELECTABLE_NANOS) {
      selector.select(this::goOn, Math.min(100, Math.max(1, nanos / 1_000_000 - 1)));
      return;
    }
    if (selector.selectNow(this::goOn) == 0 && nanos > 0) {
      LockSupport.parkNanos(Math.min(nanos, SHORT_WAIT_NANOS));
    }
  }

  private void goOn(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      switch (connection.goOn()) {
        case WAITING -> {
          // More is to come.
        }
        case ANSWERED -> answered(connection);
        case BROKEN -> broken(connection);
        case UNASKED -> connection.renew();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no new connection to " + target.endpoint(), e);
    }
  }

  private void answered(Connection connection) throws IOException {
    lastAnswer = System.nanoTime();
    int status = connection.status();
    if (status >= 200 && status < 300) {
      accepted++;
      long micros = (lastAnswer - connection.intendedNanos()) / 1_000;
      latencies.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
    } else {
      refused(connection, status);
    }
    if (!connection.isUsable()) {
      connection.renew();
    }
    idle.addLast(connection);
  }

  private void broken(Connection connection) throws IOException {
    refused(connection, NO_ANSWER);
    connection.renew();
    idle.addLast(connection);
  }

  private void refused(Connection connection, int status) {
    refused.merge(status, 1L, Long::sum);
    sendings.refused(connection.number());
  }
}
