package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import io.octroi.cli.OctroiCli;
import io.octroi.local.Shop.Purchase;
import io.octroi.platform.telegram.JoinOutcome;
import io.octroi.platform.telegram.SentMessage;
import io.octroi.platform.telegram.TelegramPeople;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A signed webhook in, a member and a confirmation out, over HTTP through every process. */
class AcceptanceIT {
  private static final LocalSystem SYSTEM = WholeSystem.shared();
  private static final Facts FACTS = new Facts(SYSTEM);
  private static final TelegramPeople TELEGRAM = SYSTEM.standIns().telegram().people();

  @Test
  void a_payment_becomes_a_member_and_telling_it_again_changes_nothing() {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given
      Purchase purchase = shop.buy("member-" + UUID.randomUUID(), 700_100_200L);
      List<String> customers = List.of(purchase.customer());

      // When
      assertThat(shop.tell(purchase.event())).isTrue();

      // Then
      await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertMember(customers));
      assertThat(FACTS.ledgerRows(List.of(purchase.event().id()))).isEqualTo(1);
      assertThat(mailTo(purchase)).singleElement().asString().contains("t.me/octroi_local_bot");

      // When it is told twice more, and once by the payment intent
      assertThat(shop.tell(purchase.event())).isTrue();
      assertThat(shop.tell(purchase.event())).isTrue();
      var other =
          shop.events().paymentIntentSucceeded(purchase.payment(), purchase.event().createdAt());
      assertThat(shop.tell(other)).isTrue();

      // Then
      await().until(() -> FACTS.ledgerRows(List.of(other.id())) == 1);
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertMember(customers));
      assertThat(mailTo(purchase)).hasSize(1);

      // When the member opens the start link, and the invitation that the bot sends them
      enter(purchase);

      // Then
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> TELEGRAM.chat(LocalSystem.TELEGRAM_CHAT_ID).has(purchase.telegramUser()));
    }
  }

  @Test
  void the_confirmation_is_there_within_two_seconds_once_the_system_is_warm() {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given a system that has seen a few payments
      for (int i = 0; i < 5; i++) {
        Purchase earlier = shop.buy("warm-" + UUID.randomUUID(), 700_200_000L + i);
        assertThat(shop.tell(earlier.event())).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> !mailTo(earlier).isEmpty());
      }
      Purchase purchase = shop.buy("member-" + UUID.randomUUID(), 700_300_000L);

      // When
      assertThat(shop.tell(purchase.event())).isTrue();

      // Then
      await().atMost(Duration.ofSeconds(2)).until(() -> !mailTo(purchase).isEmpty());
    }
  }

  @Test
  void who_has_only_a_telephone_is_told_by_text_message_and_its_receipt_comes_back() {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given
      Purchase purchase = shop.buyByPhone("caller-" + UUID.randomUUID(), "+221770000042");
      Purchase outOfReach = shop.buyByPhone("caller-" + UUID.randomUUID(), "+221770030005");

      // When
      assertThat(shop.tell(purchase.event())).isTrue();
      assertThat(shop.tell(outOfReach.event())).isTrue();

      // Then
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> {
            assertThat(FACTS.receipts(purchase.customer())).containsExactly("sent delivered");
            assertThat(FACTS.receipts(outOfReach.customer())).containsExactly("failed undelivered");
          });
      assertThat(SYSTEM.standIns().twilio().sentTo("+221770000042"))
          .singleElement()
          .satisfies(
              message -> assertThat(message.body()).startsWith("signaux-monthly : paiement"));
    }
  }

  @Test
  void an_event_signed_by_the_official_sdk_is_let_in_and_a_forged_one_is_not() throws Exception {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given
      Purchase purchase = shop.buy("member-" + UUID.randomUUID(), 700_400_000L);
      String body = purchase.event().json();
      String signature =
          Webhook.Signature.generateSignatureHeader(
              body, SYSTEM.credentials().stripeWebhookSecret());
      Purchase forged = shop.buy("thief-" + UUID.randomUUID(), 700_500_000L);
      String forgedSignature =
          Webhook.Signature.generateSignatureHeader(forged.event().json(), "whsec_guessed");

      // When
      HttpResponse<String> accepted = post(body, signature);
      HttpResponse<String> refused = post(forged.event().json(), forgedSignature);

      // Then
      assertThat(accepted.statusCode()).isEqualTo(202);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertMember(List.of(purchase.customer())));
      assertThat(FACTS.payments(List.of(forged.customer()))).isZero();
    }
  }

  @Test
  void a_payment_that_no_webhook_tells_of_is_fetched_and_the_watermark_passes_it() {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given
      Purchase purchase = shop.buy("member-" + UUID.randomUUID(), 700_600_000L);

      // When
      SYSTEM.standIns().stripe().publish(purchase.event());

      // Then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertMember(List.of(purchase.customer())));
      assertThat(FACTS.origin(purchase.event().id())).isEqualTo("backfill");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> FACTS.countingWatermark("stripe").isAfter(purchase.event().createdAt()));
    }
  }

  @Test
  void operators_ask_the_running_system_on_the_command_line() {
    // Given
    StringWriter out = new StringWriter();
    String home = SYSTEM.home().toString();

    // When
    int asked = octroi(out, "audit", "--service", "payment-worker", "--home", home);
    int unknown = octroi(out, "payments", "show", UUID.randomUUID().toString(), "--home", home);

    // Then
    assertThat(asked).isZero();
    assertThat(out.toString()).containsPattern("^at +operator +method");
    assertThat(unknown).isEqualTo(3);
  }

  @Test
  void what_a_wrong_secret_refused_is_kept_and_the_secrets_in_use_are_told() {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given
      Purchase purchase = shop.buy("refused-" + UUID.randomUUID(), 700_600_000L);
      String body = purchase.event().json();
      String home = SYSTEM.home().toString();

      // When it comes again and again; at first there may be no key yet
      await()
          .atMost(Duration.ofSeconds(100))
          .pollInterval(Duration.ofSeconds(2))
          .untilAsserted(() -> {
            HttpResponse<String> refused =
                post(body, Webhook.Signature.generateSignatureHeader(body, "whsec_of_tomorrow"));
            assertThat(refused.statusCode()).isEqualTo(400);
            StringWriter kept = new StringWriter();
            done(kept, "quarantine", "list", "--home", home);
            assertThat(kept.toString()).contains("signature-mismatch");
          });

      // Then
      StringWriter secrets = new StringWriter();
      done(secrets, "secrets", "list", "--home", home);
      assertThat(secrets.toString().lines())
          .anyMatch(line -> line.startsWith("stripe") && line.endsWith("false           current"));
    }
  }

  private static int octroi(StringWriter out, String... args) {
    return OctroiCli.run(
        Map.of(), new PrintWriter(out, true), new PrintWriter(new StringWriter()), args);
  }

  private static void done(StringWriter out, String... args) {
    StringWriter err = new StringWriter();
    int exit =
        OctroiCli.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), args);
    assertThat(exit).as(() -> String.join(" ", args) + ": " + err).isZero();
  }

  private static void assertMember(List<String> customers) {
    assertThat(FACTS.succeededPayments(customers)).isEqualTo(1);
    assertThat(FACTS.payments(customers)).isEqualTo(1);
    assertThat(FACTS.activeSubscriptions(customers)).isEqualTo(1);
    assertThat(FACTS.periods(customers)).isEqualTo(1);
    assertThat(FACTS.notifications(customers)).isEqualTo(1);
    assertThat(FACTS.sentDeliveries("telegram.invitation", customers)).isEqualTo(1);
    assertThat(FACTS.customersWithStartLink(customers)).isEqualTo(1);
    assertThat(FACTS.sentDeliveries("email", customers)).isEqualTo(1);
  }

  private static void enter(Purchase purchase) {
    TELEGRAM.start(
        purchase.telegramUser(), linkIn(mailTo(purchase).getFirst()).replaceAll(".*start=", ""));
    await().atMost(Duration.ofSeconds(20)).until(() -> !messagesTo(purchase).isEmpty());
    JoinOutcome outcome =
        TELEGRAM.join(linkIn(messagesTo(purchase).getFirst()), purchase.telegramUser());
    assertThat(outcome).isIn(JoinOutcome.JOINED, JoinOutcome.REQUESTED);
  }

  private static List<String> messagesTo(Purchase purchase) {
    return TELEGRAM.messages(purchase.telegramUser()).stream().map(SentMessage::text).toList();
  }

  private static String linkIn(String text) {
    return text.lines().filter(line -> line.startsWith("https://t.me/")).findFirst().orElseThrow();
  }

  private static List<String> mailTo(Purchase purchase) {
    return SYSTEM.standIns().mailTextsTo(purchase.customer() + "@example.com");
  }

  private static HttpResponse<String> post(String body, String signature) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + SYSTEM.ports().gateway() + "/webhooks/stripe"))
            .header("Stripe-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
