package io.octroi.operations.audit;

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
    entry(call).addKeyValue("status", status).log("An operator's call ended");
  }

  private static LoggingEventBuilder entry(Call call) {
    return LOG.atInfo()
        .addKeyValue("call_id", call.id())
        .addKeyValue("operator", call.operator().name())
        .addKeyValue("method", call.method())
        .addKeyValue("path", call.path())
        .addKeyValue("reason", call.reason().text())
        .addKeyValue("dry_run", call.dryRun())
        .addKeyValue("trace_id", call.traceId());
  }
}
