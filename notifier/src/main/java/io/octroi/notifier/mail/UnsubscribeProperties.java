package io.octroi.notifier.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code octroi.notifier.mail.unsubscribe}: how reminders are unsubscribed from.
 *
 * @param url the public address of the gateway's endpoint of the scheme {@code unsubscribe}; empty
 *     for no one-click unsubscription
 * @param secret what that endpoint's secret is, 32 characters at least. On AWS {@code
 *     octroi.secrets.from} names where it is
 * @param mailto the address of a mailbox that a person reads; empty for none
 */
@ConfigurationProperties("octroi.notifier.mail.unsubscribe")
public record UnsubscribeProperties(
    @DefaultValue("") String url,
    @DefaultValue("") String secret,
    @DefaultValue("") String mailto) {
  private static final int MIN_SECRET = 32;

  public UnsubscribeProperties {
    if (!url.isEmpty() && !url.matches("https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9_-]+)+")) {
      throw new IllegalArgumentException(
          "octroi.notifier.mail.unsubscribe.url is no endpoint's address");
    }
    secret = secret.strip();
    if (!mailto.isEmpty() && MailAddress.parse(mailto).isEmpty()) {
      throw new IllegalArgumentException(
          "octroi.notifier.mail.unsubscribe.mailto is no mail address");
    }
  }

  /**
   * Whether a secret is strong enough, where one is needed.
   *
   * @throws IllegalArgumentException where it is not
   */
  void requireUsable(String used) {
    if (!url.isEmpty() && used.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "octroi.notifier.mail.unsubscribe.secret is shorter than 32 characters");
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "UnsubscribeProperties[" + url + "]";
  }
}
