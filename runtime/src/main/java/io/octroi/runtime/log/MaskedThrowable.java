package io.octroi.runtime.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An exception as it may be shown: its class and where it came from as they are, its message word
 * by word. The message of a database quotes the row, that of a parser the document, that of a
 * client the address with the token in it.
 */
final class MaskedThrowable implements IThrowableProxy {
  private final IThrowableProxy throwable;
  private final Vocabulary vocabulary;

  MaskedThrowable(IThrowableProxy throwable, Vocabulary vocabulary) {
    this.throwable = throwable;
    this.vocabulary = vocabulary;
  }

  @Override
  public @Nullable String getMessage() {
    return masked(throwable.getMessage());
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return masked(throwable.getOverridingMessage());
  }

  private @Nullable String masked(@Nullable String message) {
    return message == null ? null : Prose.masked(message, vocabulary);
  }

  @Override
  public String getClassName() {
    return throwable.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return throwable.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return throwable.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    IThrowableProxy cause = throwable.getCause();
    return cause == null ? null : new MaskedThrowable(cause, vocabulary);
  }

  @Override
  public IThrowableProxy @Nullable [] getSuppressed() {
    IThrowableProxy[] suppressed = throwable.getSuppressed();
    return suppressed == null
        ? null
        : Arrays.stream(suppressed)
            .map(one -> new MaskedThrowable(one, vocabulary))
            .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return throwable.isCyclic();
  }
}
