package io.octroi.operations.audit;

import io.octroi.runtime.log.LogKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes to the logger {@code audit}, for services without a database. */
final class LoggedAudit implements AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger("audit");

  @Override
  public void begin(Call call) {
    entry(call).log("An operator calls");
  }

  @Override
  public void end(Call call, int status) {
    entry(call).addKeyValue(LogKeys.STATUS, status).log("An operator's call ended");
  }

  private static LoggingEventBuilder entry(Call call) {
    return LOG.atInfo()
        .addKeyValue(LogKeys.CALL_ID, call.id())
        .addKeyValue(LogKeys.OPERATOR, call.operator().name())
        .addKeyValue(LogKeys.METHOD, call.method())
        .addKeyValue(LogKeys.ROUTE, call.path())
        .addKeyValue(LogKeys.STATED_REASON, call.reason().text())
        .addKeyValue(LogKeys.DRY_RUN, call.dryRun())
        .addKeyValue(LogKeys.TRACE_ID, call.traceId());
  }
}
