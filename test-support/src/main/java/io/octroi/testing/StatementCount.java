package io.octroi.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * Counts the prepared statements that the thread which made it runs through Spring's {@code
 * JdbcTemplate}, until it is closed: a number that must not grow with the rows.
 */
public final class StatementCount implements AutoCloseable {
  private static final String EACH = "Executing prepared SQL statement";

  private final Logger log =
      (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
  private final Counter counter = new Counter(Thread.currentThread().getName());

  /** Begins to count. */
  public StatementCount() {
    counter.start();
    log.addAppender(counter);
    log.setAdditive(false);
    log.setLevel(Level.DEBUG);
  }

  /** How many there were so far. */
  public int value() {
    return counter.count.get();
  }

  @Override
  public void close() {
    log.setLevel(null);
    log.setAdditive(true);
    log.detachAppender(counter);
  }

  private static final class Counter extends AppenderBase<ILoggingEvent> {
    private final AtomicInteger count = new AtomicInteger();
    private final String thread;

    Counter(String thread) {
      this.thread = thread;
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getThreadName().equals(thread) && event.getMessage().startsWith(EACH)) {
        count.incrementAndGet();
      }
    }
  }
}
