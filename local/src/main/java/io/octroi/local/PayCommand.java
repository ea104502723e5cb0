package io.octroi.local;

import io.octroi.platform.stripe.StripeEvent;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripePayment;
import io.octroi.platform.stripe.StripeWebhookSender;
import io.octroi.runtime.clock.SharedClock;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/** Sends a signed {@code checkout.session.completed} to the running gateway, as Stripe would. */
final class PayCommand {
  private static final JsonMapper JSON = JsonMapper.shared();

  private PayCommand() {}

  /**
   * What was sent last, to send it again byte for byte.
   *
   * @param json the body
   */
  record Sent(String customer, String eventId, String json) {}

  /**
   * @return 0 when the gateway accepted it, 1 otherwise
   */
  static int run(Options options, PrintStream out) {
    Home home = Home.open(options.path("home", Path.of(".octroi")));
    RunFile running = RunFile.read(home);
    Clock clock = SharedClock.open(home.clock(), Clock.systemUTC());
    Sent sent = options.flag("again") ? last(home) : compose(options, clock.instant());
    URI endpoint = URI.create(running.gatewayUrl() + "/webhooks/stripe");
    try (StripeWebhookSender sender =
        new StripeWebhookSender(
            endpoint, List.of(Credentials.in(home).stripeWebhookSecret()), clock)) {
      StripeWebhookSender.Delivery delivery =
          sender.send(sent.json().getBytes(StandardCharsets.UTF_8));
      keep(home, sent);
      out.println("POST " + endpoint + " answered " + delivery.status());
      if (!delivery.accepted()) {
        out.println(delivery.body());
        return 1;
      }
    } catch (UncheckedIOException e) {
      throw new StartException("The gateway does not answer. Is it running? bin/octroi up");
    }
    out.println("  event     " + sent.eventId());
    out.println("  customer  " + sent.customer());
    out.println("  look at   " + running.consoleUrl() + "/story/stripe/" + sent.eventId());
    out.println("Send it once more, and nothing changes:  bin/octroi pay --again");
    return 0;
  }

  private static Sent compose(Options options, Instant now) {
    StripeIds ids = StripeIds.random();
    long number = ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    String customer = options.text("customer", "member-" + number);
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("user_id", customer);
    metadata.put("plan_code", options.text("plan", "signaux-monthly"));
    metadata.put("language", options.text("language", "fr"));
    metadata.put("telegram_user_id", options.text("telegram-user", String.valueOf(number)));
    String phone = options.text("phone", "");
    if (!phone.isEmpty()) {
      metadata.put("phone", phone);
    }
    StripePayment payment =
        StripePayment.of(ids, 4900, "eur", customer, now)
            .withEmail(options.text("email", customer + "@example.com"))
            .withMetadata(metadata);
    StripeEvent event = new StripeEvents(ids).checkoutCompleted(payment, now);
    return new Sent(customer, event.id(), event.json());
  }

  private static void keep(Home home, Sent sent) {
    try {
      Files.write(home.lastEventFile(), JSON.writeValueAsBytes(sent));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + home.lastEventFile(), e);
    }
  }

  private static Sent last(Home home) {
    try {
      return JSON.readValue(Files.readAllBytes(home.lastEventFile()), Sent.class);
    } catch (IOException e) {
      throw new StartException("Nothing was sent yet; leave --again out.");
    }
  }
}
