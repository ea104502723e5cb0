package io.octroi.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Stands before an appender, which sees of each event what may be shown. */
final class MaskingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private final Appender<ILoggingEvent> appender;
  private final Masking masking;

  MaskingAppender(Appender<ILoggingEvent> appender, Masking masking) {
    this.appender = appender;
    this.masking = masking;
    setName(appender.getName());
    setContext(appender.getContext());
  }

  @Override
  protected void append(ILoggingEvent event) {
    appender.doAppend(masking.of(event));
  }

  @Override
  public void stop() {
    super.stop();
    appender.stop();
  }
}
