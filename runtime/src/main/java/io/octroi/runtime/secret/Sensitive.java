package io.octroi.runtime.secret;

import java.util.Arrays;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The settings of the services whose values Secrets Manager can keep. */
public enum Sensitive {
  /** The worker's user; changes with the password where two users take turns. */
  DATABASE_USERNAME("spring.datasource.username"),
  DATABASE_PASSWORD("spring.datasource.password"),
  /** What an operator presents to a service. */
  OPERATIONS_TOKEN("octroi.operations.token"),
  /** What the subscription-worker presents to the payment-worker. */
  PAYMENTS_TOKEN("octroi.subscription.reconciliation.token"),
  MAIL_USERNAME("spring.mail.username"),
  MAIL_PASSWORD("spring.mail.password"),
  /** Never to be rotated: with another key suppressed addresses are written to again. */
  MAIL_SUPPRESSION_KEY("octroi.notifier.mail.suppression-key"),
  MAIL_UNSUBSCRIBE_SECRET("octroi.notifier.mail.unsubscribe.secret"),
  TELEGRAM_TOKEN("octroi.notifier.telegram.token"),
  SMS_AUTH_TOKEN("octroi.notifier.sms.auth-token");

  /** Under it, each setting's name names the secret that holds the setting's value. */
  static final String PREFIX = "octroi.secrets.from";

  private final String property;

  Sensitive(String property) {
    this.property = property;
  }

  /** The setting's own name. */
  public String property() {
    return property;
  }

  /** The setting that names its secret, as {@code <id>} or {@code <id>#<key>}. */
  public String referenceProperty() {
    return PREFIX + "." + property;
  }

  /** Whether a name is what {@link #referenceProperty} of one of them is. */
  static boolean isOneNamedBy(ConfigurationPropertyName name) {
    return Arrays.stream(values())
        .anyMatch(
            setting -> ConfigurationPropertyName.of(setting.referenceProperty()).equals(name));
  }
}
