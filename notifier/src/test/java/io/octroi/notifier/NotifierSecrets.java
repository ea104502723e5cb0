package io.octroi.notifier;

import io.octroi.platform.secrets.SecretsManagerStandIn;
import io.octroi.platform.smtp.MailStandIn;
import java.time.Clock;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** What the notifier of the tests has from Secrets Manager. */
final class NotifierSecrets {
  static final String OPERATIONS = "octroi/notifier/operations";
  static final String TELEGRAM = "octroi/notifier/telegram";
  static final String MAIL = "octroi/notifier/smtp";
  static final String SMS = "octroi/notifier/twilio";
  static final SecretsManagerStandIn MANAGER =
      SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()));

  private static final String FROM = "octroi.secrets.from.";
  private static final String MAIL_USER = "notifier";
  private static final String MAIL_PASSWORD = "the mail server's";

  private NotifierSecrets() {}

  static MailStandIn.Settings login(MailStandIn.Settings mail) {
    return mail.withLogin(MAIL_USER, MAIL_PASSWORD);
  }

  static void put(String id, Map<String, String> values) {
    MANAGER.put(id, JsonMapper.shared().writeValueAsString(values));
  }

  static void register(DynamicPropertyRegistry registry) {
    put(OPERATIONS, Map.of("token", "open-sesame"));
    put(TELEGRAM, Map.of("token", NotifierContext.TOKEN));
    put(MAIL, Map.of("username", MAIL_USER, "password", MAIL_PASSWORD));
    put(SMS, Map.of("auth_token", NotifierContext.TWILIO_TOKEN));
    MANAGER.put("octroi/notifier/unsubscribe", "0123456789abcdef0123456789abcdef");
    registry.add("octroi.aws.endpoint-override", MANAGER::uri);
    registry.add("octroi.aws.region", () -> "eu-west-1");
    registry.add("octroi.aws.access-key-id", () -> "test");
    registry.add("octroi.aws.secret-access-key", () -> "test");
    // Each test may have its refusal.
    registry.add("octroi.secrets.refusal-interval", () -> "50ms");
    registry.add(FROM + "octroi.operations.token", () -> OPERATIONS + "#token");
    registry.add(FROM + "octroi.notifier.telegram.token", () -> TELEGRAM + "#token");
    registry.add(FROM + "spring.mail.username", () -> MAIL + "#username");
    registry.add(FROM + "spring.mail.password", () -> MAIL + "#password");
    registry.add(FROM + "octroi.notifier.sms.auth-token", () -> SMS + "#auth_token");
    registry.add(
        FROM + "octroi.notifier.mail.unsubscribe.secret", () -> "octroi/notifier/unsubscribe");
  }
}
