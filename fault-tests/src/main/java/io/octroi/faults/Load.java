package io.octroi.faults;

import io.octroi.local.Shop;
import io.octroi.local.Shop.Purchase;
import io.octroi.platform.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Customers who pay at a steady rate, and a provider that tells of each payment until it is
 * answered 2xx, some once more.
 */
public final class Load implements AutoCloseable {
  private static final int OPEN_AT_ONCE = 24;
  private static final Duration RETRY = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** People are not to be the same in two runs: Telegram knows them by their number. */
  private static final AtomicLong PEOPLE = new AtomicLong(800_000_000L);

  private final Shop shop;
  private final String prefix;
  private final Mix mix;
  private final Semaphore open = new Semaphore(OPEN_AT_ONCE);
  private final ConcurrentLinkedQueue<Purchase> sent = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Purchase> acknowledged = new ConcurrentLinkedQueue<>();
  private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean hurried;
  private volatile boolean ending;
  private volatile boolean givenUp;

  private Load(Shop shop, String prefix, Mix mix) {
    this.shop = shop;
    this.prefix = prefix;
    this.mix = mix;
  }

  /** Starts sending; every customer's id begins with {@code prefix}. */
  static Load start(Shop shop, String prefix, Mix mix) {
    Load load = new Load(shop, prefix, mix);
    load.threads.execute(load::pace);
    return load;
  }

  private void pace() {
    for (int number = 0; !ending; number++) {
      open.acquireUninterruptibly();
      Purchase purchase = shop.buy(prefix + number, PEOPLE.incrementAndGet());
      sent.add(purchase);
      boolean twice = number % mix.duplicateEach() == 0;
      threads.execute(() -> {
        try {
          tell(purchase, twice);
        } finally {
          open.release();
        }
      });
      Deadline.pause(hurried || number < mix.burst() ? mix.gap() : mix.trickle());
    }
  }

  private void tell(Purchase purchase, boolean twice) {
    while (!givenUp) {
      int status = told(purchase);
      if (status >= 200 && status < 300) {
        acknowledged.add(purchase);
        if (twice) {
          told(purchase);
        }
        return;
      }
      Deadline.pause(RETRY);
    }
  }

  private int told(Purchase purchase) {
    int status = shop.answer(purchase.event());
    answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
    return status;
  }

  /** From now on, or no longer, sends as fast as at first. */
  void hurry(boolean value) {
    hurried = value;
  }

  /** How often each status was answered so far; 0 stands for no answer. */
  Map<Integer, Long> answers() {
    Map<Integer, Long> counted = new TreeMap<>();
    answers.forEach((status, count) -> counted.put(status, count.sum()));
    return counted;
  }

  /** Those answered 2xx so far. */
  List<Purchase> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** All that were sent so far, answered or not. */
  List<Purchase> sent() {
    return List.copyOf(sent);
  }

  /** Waits until that many were answered 2xx. */
  void awaitAcknowledged(int count) {
    Await.until(
        "the gateway to accept " + count + " events", PATIENCE, () -> acknowledged.size() >= count);
  }

  /** Sends nothing new and waits for those under way; what is not answered by then never is. */
  void end() {
    ending = true;
    Deadline deadline = Deadline.after(PATIENCE);
    while (open.availablePermits() < OPEN_AT_ONCE && !deadline.passed()) {
      Deadline.pause(Duration.ofMillis(50));
    }
    givenUp = true;
  }

  @Override
  public void close() {
    ending = true;
    givenUp = true;
    threads.close();
  }
}
