package io.octroi.local;

import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripePayment;
import io.octroi.platform.stripe.StripeWebhookSender;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the whole system, with a payment going through it, from which each service's JVM
 * remembers what it loaded and ran. Everything but the caches is thrown away.
 */
final class Training {
  private static final Duration MAIL_PATIENCE = Duration.ofSeconds(30);
  private static final String EMAIL = "training@example.com";

  private Training() {}

  static void run(Path jars) {
    Progress progress = new Progress(System.out);
    progress.line("Preparing quick starts (once a build):");
    try (TemporaryHome home = TemporaryHome.open("octroi-training");
        LocalSystem system =
            LocalSystem.start(
                new LocalSettings(
                    home.directory(), jars, Ports.free(), Duration.ofMinutes(5), false, true),
                progress)) {
      pay(system);
      awaitMail(system);
    }
  }

  private static void pay(LocalSystem system) {
    Clock clock = Clock.systemUTC();
    Instant now = clock.instant();
    StripeIds ids = StripeIds.random();
    StripePayment payment =
        StripePayment.of(ids, 4900, "eur", "training", now)
            .withEmail(EMAIL)
            .withMetadata("plan_code", "signaux-monthly");
    URI endpoint = URI.create("http://127.0.0.1:" + system.ports().gateway() + "/webhooks/stripe");
    try (StripeWebhookSender sender =
        new StripeWebhookSender(
            endpoint, List.of(system.credentials().stripeWebhookSecret()), clock)) {
      sender.send(new StripeEvents(ids).checkoutCompleted(payment, now));
    }
  }

  private static void awaitMail(LocalSystem system) {
    long deadline = System.nanoTime() + MAIL_PATIENCE.toNanos();
    while (system.standIns().mail().mailsTo(EMAIL).isEmpty() && System.nanoTime() < deadline) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
