package io.octroi.platform.broker;

/** How the child JVM logs: warnings and worse, to its output, which its parent keeps in a file. */
final class BrokerLogging {
  static final String LOGBACK =
      """
      <configuration>
        <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level %logger{20} %msg%n</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="OUT"/></root>
      </configuration>
      """;

  private BrokerLogging() {}
}
