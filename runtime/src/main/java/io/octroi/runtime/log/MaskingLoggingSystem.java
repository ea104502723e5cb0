package io.octroi.runtime.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Spring Boot's Logback with {@link Masking} before every appender that the configuration makes,
 * whatever it writes and wherever to. It is there before the first line is written.
 */
public final class MaskingLoggingSystem extends LogbackLoggingSystem {
  /** Words of one deployment that log lines may hold: hosts, endpoints, plans. */
  static final String WORDS = "octroi.logs.words";

  /** Names of secrets: a start that fails for want of one has to say which. */
  private static final String SECRETS = "octroi.secrets.from";

  /** Makes Spring Boot print the exception itself, whose message nobody has looked at. */
  private static final String PRINTERS = "logging.structured.json.stacktrace";

  private MaskingLoggingSystem(ClassLoader classLoader) {
    super(classLoader);
  }

  @Override
  protected void loadDefaults(LoggingInitializationContext context, @Nullable LogFile logFile) {
    super.loadDefaults(context, logFile);
    mask(context.getEnvironment());
  }

  @Override
  protected void loadConfiguration(
      LoggingInitializationContext context, String location, @Nullable LogFile logFile) {
    super.loadConfiguration(context, location, logFile);
    mask(context.getEnvironment());
  }

  /**
   * @throws IllegalStateException for a setting that would lead past the mask
   */
  private static void mask(@Nullable Environment environment) {
    Masking masking = new Masking(Vocabulary.with(words(environment)));
    for (Logger logger : ((LoggerContext) LoggerFactory.getILoggerFactory()).getLoggerList()) {
      List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
      logger.iteratorForAppenders().forEachRemaining(appenders::add);
      for (Appender<ILoggingEvent> appender : appenders) {
        MaskingAppender before = new MaskingAppender(appender, masking);
        before.start();
        logger.detachAppender(appender);
        logger.addAppender(before);
      }
    }
    Thread.setDefaultUncaughtExceptionHandler(new Uncaught());
  }

  static List<String> words(@Nullable Environment environment) {
    if (environment == null) {
      return List.of();
    }
    Binder settings = Binder.get(environment);
    if (settings.bind(PRINTERS, Bindable.mapOf(String.class, String.class)).isBound()) {
      throw new IllegalStateException(
          PRINTERS + ".* cannot be used: it prints exceptions with messages that are not masked");
    }
    List<String> words =
        new ArrayList<>(settings.bind(WORDS, Bindable.listOf(String.class)).orElse(List.of()));
    words.addAll(
        settings
            .bind(SECRETS, Bindable.mapOf(String.class, String.class))
            .orElse(Map.of())
            .values());
    return words;
  }

  /** Where nobody else does, an exception is told by the JVM itself, on standard error as it is. */
  private static final class Uncaught implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable exception) {
      LoggerFactory.getLogger(MaskingLoggingSystem.class)
          .atError()
          .setCause(exception)
          .log("A thread ended with an exception");
    }
  }

  /** Found by Spring Boot. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static final class Factory implements LoggingSystemFactory {
    @Override
    public LoggingSystem getLoggingSystem(ClassLoader classLoader) {
      return new MaskingLoggingSystem(classLoader);
    }
  }
}
