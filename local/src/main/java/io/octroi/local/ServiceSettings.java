package io.octroi.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What each service is told of its surroundings, as Spring Boot reads it from the environment. */
final class ServiceSettings {
  static final String REGION = "eu-west-3";

  /** The secret that seals what is quarantined. */
  static final String QUARANTINE_KEY = "octroi/quarantine";

  /** The name of the credentials for Stripe's API in Secrets Manager. */
  static final String STRIPE_API = "octroi/providers/stripe";

  /** The account at the stand-in for Twilio. */
  static final String TWILIO_ACCOUNT = "AC00000000000000000000000000000001";

  private static final String LOOPBACK = "127.0.0.1";

  private final Ports ports;
  private final Credentials credentials;
  private final String jdbcUrl;
  private final Path clock;
  private final LocalTuning tuning;

  ServiceSettings(
      Ports ports, Credentials credentials, String jdbcUrl, Path clock, LocalTuning tuning) {
    this.ports = ports;
    this.credentials = credentials;
    this.jdbcUrl = jdbcUrl;
    this.clock = clock;
    this.tuning = tuning;
  }

  /** The environment of a service; not the command line, which every user can read. */
  Map<String, String> environment(ServiceName service) {
    return environment(service, Map.of());
  }

  /** The same for a further instance of a worker, which has a port of its own. */
  Map<String, String> environment(ServiceName service, int port) {
    return environment(service, Map.of("server.port", port));
  }

  private Map<String, String> environment(ServiceName service, Map<String, Object> own) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.kafka.bootstrap-servers", LOOPBACK + ":" + ports.broker());
    properties.put("server.address", LOOPBACK);
    properties.put("octroi.clock.file", clock.toString());
    properties.put(
        "management.opentelemetry.tracing.export.otlp.endpoint",
        "http://" + LOOPBACK + ":" + ports.traces() + "/v1/traces");
    properties.put("management.opentelemetry.tracing.export.schedule-delay", "500ms");
    switch (service) {
      case GATEWAY -> gateway(properties);
      case PAYMENT_WORKER -> {
        worker(properties, service, ports.paymentWorker());
        payments(properties);
      }
      case SUBSCRIPTION_WORKER -> {
        worker(properties, service, ports.subscriptionWorker());
        properties.put(
            "octroi.subscription.reconciliation.payments-url",
            "http://" + LOOPBACK + ":" + ports.paymentWorker());
        secret(properties, "octroi.subscription.reconciliation.token", ServiceSecrets.PAYMENTS);
        // Everything is near: what the ledger has arrives at once.
        properties.put("octroi.subscription.removal.margin", "5s");
      }
      case NOTIFIER -> {
        worker(properties, service, ports.notifier());
        notifier(properties);
      }
    }
    properties.putAll(tuning.of(service));
    properties.putAll(own);
    Map<String, String> environment = new LinkedHashMap<>(tuning.environment());
    environment.put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
    return environment;
  }

  private void gateway(Map<String, Object> properties) {
    properties.put("server.port", ports.gateway());
    properties.put("management.server.port", ports.gatewayManagement());
    properties.put("management.server.address", LOOPBACK);
    properties.put(
        "octroi.gateway.endpoints",
        List.of(
            endpoint("stripe", "stripe"),
            endpoint("standard", "standard-webhooks"),
            endpoint("partner", "generic"),
            endpoint("telegram", "telegram"),
            endpoint("unsubscribe", "unsubscribe"),
            twilioEndpoint()));
    properties.put("octroi.gateway.quarantine.secret-id", QUARANTINE_KEY);
    // Written out, and the gateway's alone: it starts without Secrets Manager, and says so.
    properties.put("octroi.operations.token", credentials.operatorToken());
    secrets(properties);
  }

  private static void secret(Map<String, Object> properties, String setting, String reference) {
    properties.put("octroi.secrets.from." + setting, reference);
  }

  private void secrets(Map<String, Object> properties) {
    properties.put("octroi.aws.endpoint-override", "http://" + LOOPBACK + ":" + ports.secrets());
    properties.put("octroi.aws.region", REGION);
    properties.put("octroi.aws.access-key-id", "local");
    properties.put("octroi.aws.secret-access-key", "local");
  }

  /** Asks the stand-in for Stripe often, and far at once: the clock may be moved by a month. */
  private void payments(Map<String, Object> properties) {
    String stripe = "octroi.payment.providers.stripe.";
    properties.put(stripe + "provider", "stripe");
    properties.put(stripe + "base-url", "http://" + LOOPBACK + ":" + ports.stripe());
    properties.put(stripe + "secret-id", STRIPE_API);
    properties.put(stripe + "calls-per-minute", 6_000);
    properties.put("octroi.payment.backfill.poll-interval", "2s");
    properties.put("octroi.payment.backfill.settle", "2s");
    properties.put("octroi.payment.backfill.max-window", "31d");
    properties.put("octroi.payment.backfill.retention", "3650d");
  }

  private static Map<String, Object> endpoint(String name, String scheme) {
    return Map.of("name", name, "scheme", scheme, "secret-id", secretId(name));
  }

  /** Twilio's signature covers the address. */
  private Map<String, Object> twilioEndpoint() {
    Map<String, Object> endpoint = new LinkedHashMap<>(endpoint("twilio", "twilio"));
    endpoint.put("public-url", twilioCallback());
    return endpoint;
  }

  private String twilioCallback() {
    return "http://" + LOOPBACK + ":" + ports.gateway() + "/webhooks/twilio";
  }

  /** The name of an endpoint's secret in Secrets Manager. */
  static String secretId(String endpoint) {
    return "octroi/webhooks/" + endpoint;
  }

  private void worker(Map<String, Object> properties, ServiceName service, int port) {
    properties.put("server.port", port);
    properties.put("spring.datasource.url", jdbcUrl);
    properties.put("spring.datasource.username", service.role());
    secrets(properties);
    secret(properties, "spring.datasource.password", ServiceSecrets.databasePassword(service));
    secret(properties, "octroi.operations.token", ServiceSecrets.OPERATIONS);
  }

  private void notifier(Map<String, Object> properties) {
    properties.put("spring.mail.host", LOOPBACK);
    properties.put("spring.mail.port", ports.smtp());
    properties.put(
        "octroi.notifier.telegram.base-url", "http://" + LOOPBACK + ":" + ports.telegram());
    secret(properties, "octroi.notifier.telegram.token", ServiceSecrets.TELEGRAM);
    secret(properties, "spring.mail.username", ServiceSecrets.MAIL_USERNAME);
    secret(properties, "spring.mail.password", ServiceSecrets.MAIL_PASSWORD);
    properties.put(
        "octroi.notifier.mail.unsubscribe.url",
        "http://" + LOOPBACK + ":" + ports.gateway() + "/webhooks/unsubscribe");
    secret(properties, "octroi.notifier.mail.unsubscribe.secret", secretId("unsubscribe"));
    properties.put("octroi.notifier.telegram.bot-username", "octroi_local_bot");
    properties.put("octroi.notifier.telegram.chats.signaux", List.of(LocalSystem.TELEGRAM_CHAT_ID));
    String sms = "octroi.notifier.sms.";
    properties.put(sms + "base-url", "http://" + LOOPBACK + ":" + ports.twilio());
    properties.put(sms + "account-sid", TWILIO_ACCOUNT);
    secret(properties, sms + "auth-token", ServiceSecrets.SMS_AUTH_TOKEN);
    properties.put(sms + "from", "+15005550006");
    properties.put(sms + "status-callback", twilioCallback());
    properties.put("octroi.notifier.channels.besides.reminder", List.of("sms"));
    properties.put(
        "octroi.notifier.channels.fallback-otherwise", List.of("telegram", "email", "sms"));
  }
}
