package io.octroi.local;

import io.octroi.platform.secrets.SecretsManagerStandIn;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secrets that settings of the services come from, in the shapes that they have on AWS. What
 * opens something on this machine says the same at each start as what it opens.
 */
final class ServiceSecrets {
  /** What operators show to workers. */
  static final String OPERATIONS = "octroi/operations#token";

  /** What the subscription-worker shows to the payment-worker. */
  static final String PAYMENTS = OPERATIONS;

  static final String TELEGRAM = "octroi/notifier/telegram#token";
  static final String MAIL_USERNAME = "octroi/notifier/smtp#username";
  static final String MAIL_PASSWORD = "octroi/notifier/smtp#password";
  static final String SMS_AUTH_TOKEN = "octroi/notifier/twilio#auth_token";

  /** Who the notifier is to the mail server. */
  static final String MAIL_USER = "notifier";

  private ServiceSecrets() {}

  static String databasePassword(ServiceName worker) {
    return database(worker) + "#password";
  }

  /** The secret with a worker's login. */
  static String database(ServiceName worker) {
    return "octroi/" + worker.artifact() + "/database";
  }

  static void keepIn(SecretsManagerStandIn secrets, Credentials credentials) {
    keep(secrets, OPERATIONS, Map.of("token", credentials.operatorToken()));
    keep(secrets, TELEGRAM, Map.of("token", credentials.telegramToken()));
    keep(secrets, SMS_AUTH_TOKEN, Map.of("auth_token", credentials.twilioAuthToken()));
    keep(
        secrets,
        MAIL_PASSWORD,
        Map.of("username", MAIL_USER, "password", credentials.mailPassword()));
    for (ServiceName worker : ServiceName.withDatabase()) {
      keep(secrets, database(worker), Map.of("password", credentials.databasePassword()));
    }
  }

  private static void keep(
      SecretsManagerStandIn secrets, String reference, Map<String, String> values) {
    secrets.keep(reference.replaceFirst("#.*", ""), JsonMapper.shared().writeValueAsString(values));
  }
}
