package io.octroi.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Adds {@code trace.id} and {@code span.id} where the Elastic Common Schema has them. */
public final class TraceFields implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

  @Override
  public void customize(JsonWriter.Members<ILoggingEvent> members) {
    id(members, "trace", "traceId");
    id(members, "span", "spanId");
  }

  private static void id(JsonWriter.Members<ILoggingEvent> members, String name, String key) {
    members
        .add(name, event -> event.getMDCPropertyMap().getOrDefault(key, ""))
        .whenHasLength()
        .usingMembers(id -> id.add("id"));
  }
}
