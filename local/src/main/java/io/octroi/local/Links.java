package io.octroi.local;

import java.util.Locale;

/** What to do next, once everything runs. */
final class Links {
  private Links() {}

  static void print(Progress progress, LocalSettings settings) {
    Ports ports = settings.ports();
    progress.line(
        String.format(
            Locale.ROOT,
            """

            Octroi is ready (%.1f s).

              webhooks       POST http://127.0.0.1:%d/webhooks/stripe   (also: standard, partner)
              console        http://127.0.0.1:%d
              Kafka          127.0.0.1:%d
              PostgreSQL     127.0.0.1:%d  database octroi
              stand-ins      Telegram %d, SMTP %d, Stripe %d, Secrets Manager %d
              credentials    %s
              logs           %s

            Send a payment:  bin/octroi pay
            Let them in:     bin/octroi telegram --telegram-user ID --start LINK, then --join LINK
            Stop:            Ctrl-C
            """,
            progress.sinceStart().toMillis() / 1000.0,
            ports.gateway(),
            ports.console(),
            ports.broker(),
            ports.database(),
            ports.telegram(),
            ports.smtp(),
            ports.stripe(),
            ports.secrets(),
            settings.home().resolve("credentials.json"),
            settings.home().resolve("logs")));
  }
}
