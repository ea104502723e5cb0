package io.octroi.faults;

import io.octroi.local.LocalTuning;
import io.octroi.local.ServiceName;
import java.util.HashMap;
import java.util.Map;

/**
 * Shorter leases, sessions and timeouts than in production, so that a run takes minutes; the same
 * in both forms. What they are in production is each setting's default.
 */
final class Tuning {
  private Tuning() {}

  /** For services that reach broker and database through proxies on these ports. */
  static LocalTuning through(int brokerPort, int databasePort) {
    Map<String, Object> worker = worker(brokerPort, databasePort);
    return new LocalTuning(
        Map.of(
            ServiceName.GATEWAY,
            gateway(brokerPort),
            ServiceName.PAYMENT_WORKER,
            worker,
            ServiceName.SUBSCRIPTION_WORKER,
            worker,
            ServiceName.NOTIFIER,
            notifier(worker)),
        Map.of("advertised.listeners", "CLIENT://127.0.0.1:" + brokerPort));
  }

  private static Map<String, Object> worker(int brokerPort, int databasePort) {
    Map<String, Object> worker = new HashMap<>();
    worker.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + brokerPort);
    worker.put("spring.kafka.properties[request.timeout.ms]", 4_000);
    worker.put("spring.kafka.properties[default.api.timeout.ms]", 8_000);
    worker.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + databasePort + "/octroi");
    worker.put("spring.datasource.hikari.connection-timeout", 5_000);
    worker.put("spring.datasource.hikari.data-source-properties.socketTimeout", 5);
    worker.put(
        "spring.datasource.hikari.connection-init-sql",
        "set idle_in_transaction_session_timeout = '5s'");
    worker.put("octroi.messaging.consumer.session-timeout", "6s");
    worker.put("octroi.messaging.consumer.max-poll-interval", "20s");
    worker.put("octroi.messaging.consumer.back-off-max", "2s");
    worker.put("octroi.messaging.outbox.lease", "3s");
    return worker;
  }

  private static Map<String, Object> notifier(Map<String, Object> worker) {
    Map<String, Object> notifier = new HashMap<>(worker);
    notifier.put("octroi.notifier.delivery.lease", "10s");
    notifier.put("octroi.notifier.telegram.connect-timeout", "1s");
    notifier.put("octroi.notifier.telegram.read-timeout", "3s");
    notifier.put("octroi.notifier.telegram.pace.longest-wait", "400ms");
    notifier.put("octroi.notifier.sms.connect-timeout", "1s");
    notifier.put("octroi.notifier.sms.read-timeout", "3s");
    notifier.put("spring.mail.properties[mail.smtp.connectiontimeout]", 1_000);
    notifier.put("spring.mail.properties[mail.smtp.timeout]", 1_200);
    notifier.put("spring.mail.properties[mail.smtp.writetimeout]", 1_200);
    return notifier;
  }

  private static Map<String, Object> gateway(int brokerPort) {
    return Map.of(
        "spring.kafka.bootstrap-servers",
        "127.0.0.1:" + brokerPort,
        "octroi.gateway.secrets.refresh-interval",
        "2s",
        "octroi.gateway.secrets.retry-interval",
        "1s");
  }
}
