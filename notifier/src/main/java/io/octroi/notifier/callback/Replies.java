package io.octroi.notifier.callback;

import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.wording.Wording;
import io.octroi.runtime.log.LogKeys;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers those who pressed Start. Best effort: an answer that is lost is asked for by pressing it
 * again, and strangers who press it all day keep nothing busy.
 */
final class Replies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final int AT_ONCE = 8;

  private final TelegramBot bot;
  private final Wording wording;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("reply-", 0).factory());

  Replies(TelegramBot bot, Wording wording) {
    this.bot = bot;
    this.wording = wording;
  }

  /**
   * Sends an answer some time soon, or not at all.
   *
   * @param answer the stable name of what is said
   */
  void send(long userId, String answer, String language) {
    if (!free.tryAcquire()) {
      return;
    }
    threads.execute(() -> {
      try {
        bot.message(userId, wording.answer(answer, language));
      } catch (RuntimeException e) {
        // The message may hold an account's id.
        LOG.atWarn().addKeyValue(LogKeys.ERROR, e.getClass().getName()).log("an answer broke");
      } finally {
        free.release();
      }
    });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
