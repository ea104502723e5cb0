package io.octroi.payment.backfill;

import io.octroi.platform.secrets.SecretsManagerStandIn;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripeStandIn;
import java.time.Clock;
import java.util.Optional;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A provider that the worker of the tests polls by itself, as its configuration says. */
public final class LiveProvider {
  static final String ENDPOINT = "live-stripe";
  static final StripeIds IDS = StripeIds.random();
  static final StripeStandIn STRIPE =
      StripeStandIn.start(new StripeStandIn.Settings(0, "sk_live_test", IDS, Clock.systemUTC()));
  private static final SecretsManagerStandIn SECRETS =
      SecretsManagerStandIn.start(
          new SecretsManagerStandIn.Settings(0, "eu-west-3", Clock.systemUTC(), Optional.empty()));

  private LiveProvider() {}

  /** Says so to the worker. */
  public static void register(DynamicPropertyRegistry registry) {
    SECRETS.put("octroi/providers/stripe", "{\"api_key\":\"sk_live_test\"}");
    registry.add("octroi.aws.endpoint-override", () -> SECRETS.uri().toString());
    registry.add("octroi.aws.region", () -> "eu-west-3");
    registry.add("octroi.aws.access-key-id", () -> "test");
    registry.add("octroi.aws.secret-access-key", () -> "test");
    String block = "octroi.payment.providers." + ENDPOINT;
    registry.add(block + ".provider", () -> "stripe");
    registry.add(block + ".base-url", () -> STRIPE.uri().toString());
    registry.add(block + ".secret-id", () -> "octroi/providers/stripe");
    registry.add("octroi.payment.backfill.poll-interval", () -> "1h");
    registry.add("octroi.payment.backfill.lookback", () -> "2m");
    registry.add("octroi.payment.backfill.settle", () -> "0s");
  }
}
