package io.octroi.operations.audit;

import io.octroi.operations.access.Operator;
import java.util.UUID;

/** Where it is written what operators do. Nothing in it is changed later. */
public interface AuditLog {
  /**
   * Writes a call down before it is carried out.
   *
   * @throws RuntimeException where it cannot; the call must not be carried out then
   */
  void begin(Call call);

  /**
   * Writes down how it ended.
   *
   * @param status the HTTP status that was answered
   */
  void end(Call call, int status);

  /**
   * A call of an operator.
   *
   * @param path without the query
   * @param traceId empty where nothing is traced
   */
  record Call(
      UUID id,
      Operator operator,
      String method,
      String path,
      Reason reason,
      boolean dryRun,
      String traceId) {}
}
