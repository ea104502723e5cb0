package io.octroi.local;

import io.octroi.contracts.EventTypes;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.Topics;
import io.octroi.contracts.WatermarkEvent;
import io.octroi.local.Shop.Purchase;
import io.octroi.platform.smtp.MailFault;
import io.octroi.platform.smtp.SmtpReply;
import io.octroi.platform.stripe.StripePayment;
import io.octroi.platform.telegram.TelegramFault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Pushes what a dossier holds past the gateway: over the broker, the channels and operators. */
final class InnerPushes implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** And the type of an event that its readers would read. */
  private static final Map<String, String> TOPICS =
      Map.of(
          Topics.WEBHOOKS, "stripe.charge.succeeded",
          Topics.PAYMENTS, EventTypes.nameOf(PaymentEvent.PaymentSucceeded.class),
          Topics.SUBSCRIPTIONS, EventTypes.nameOf(SubscriptionEvent.SubscriptionActivated.class),
          Topics.CALLBACKS, "telegram.message",
          Topics.WATERMARKS, EventTypes.nameOf(WatermarkEvent.WatermarkAdvanced.class));

  private final LocalSystem system;
  private final Shop shop;
  private final HttpClient http = HttpClient.newHttpClient();
  private final KafkaProducer<String, byte[]> producer;

  InnerPushes(LocalSystem system) {
    this.system = system;
    this.shop = new Shop(system);
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, system.broker().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** By channels, and by what operators say. */
  void push(int number, Dossier dossier) {
    told(dossier);
    purchase(number, dossier);
  }

  /** Records that nobody can read. */
  void poison(List<Dossier> dossiers) {
    Dossier dossier = dossiers.getFirst();
    byte[] value = JSON.writeValueAsBytes(dossiers);
    TOPICS.forEach((topic, type) -> {
      ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, dossier.email(), value);
      Map.of(
              "ce_specversion",
              "1.0",
              "ce_id",
              UUID.randomUUID().toString(),
              "ce_source",
              "/payment-worker",
              "ce_type",
              type,
              "ce_time",
              "2026-11-21T10:00:00Z",
              "content-type",
              "application/json",
              "x-customer",
              dossier.name(),
              "x-key",
              dossier.apiKey())
          .forEach(
              (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
      var _ = producer.send(message);
    });
  }

  /** Somebody who is really served, and whom mail server and carrier refuse by address. */
  private void purchase(int number, Dossier dossier) {
    system
        .standIns()
        .mail()
        .fail(
            MailFault.refuse(
                MailFault.Stage.RECIPIENT,
                Pattern.quote(dossier.email()),
                new SmtpReply(550, "5.1.1 <" + dossier.email() + "> " + dossier.inAscii()),
                3));
    system.standIns().twilio().refuse(dossier.phone(), 21211);
    Purchase bought = shop.buy("masked-" + number, 700_500_000L + number);
    StripePayment payment =
        bought
            .payment()
            .withEmail(dossier.email())
            .withMetadata(
                Map.of(
                    "phone", dossier.phone(),
                    "name", dossier.name(),
                    "card", dossier.card(),
                    "address", dossier.address(),
                    "note", String.join(" ", dossier.values())));
    shop.tell(shop.events().checkoutCompleted(payment, system.clock().instant()));
    system
        .standIns()
        .telegram()
        .fail("sendMessage", 1, new TelegramFault.BadRequest(String.join(" ", dossier.values())));
    system.standIns().telegram().people().start(700_500_000L + number, dossier.apiKey());
  }

  /** What operators ask for that is not there. */
  void ask(String one) {
    String token = system.credentials().operatorToken();
    String encoded = URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20");
    get(ServiceName.PAYMENT_WORKER, "payments/" + encoded, token);
    get(ServiceName.PAYMENT_WORKER, "payments?customer=" + encoded, token);
    get(ServiceName.PAYMENT_WORKER, "events/stripe/" + encoded, token);
    get(ServiceName.SUBSCRIPTION_WORKER, "customers/" + encoded + "/subscriptions", token);
    get(ServiceName.NOTIFIER, "customers/" + encoded + "/notifications", token);
    get(ServiceName.NOTIFIER, "deliveries?status=" + encoded, token);
    get(ServiceName.GATEWAY, "quarantine?since=" + encoded, token);
    get(ServiceName.GATEWAY, encoded, token);
  }

  /** What they say wrongly, or better had not said. */
  private void told(Dossier dossier) {
    String body = JSON.writeValueAsString(dossier);
    String reason = String.join(" ", dossier.inAscii());
    get(ServiceName.PAYMENT_WORKER, "ledger", dossier.jwt());
    post(ServiceName.PAYMENT_WORKER, "orders", body, reason);
    post(ServiceName.PAYMENT_WORKER, "payments/" + UUID.randomUUID() + "/assignment", body, reason);
    post(ServiceName.GATEWAY, "quarantine/redemption?endpoint=none&dry_run=true", body, reason);
  }

  private void get(ServiceName service, String path, String token) {
    send(request(service, path, token).GET().build());
  }

  private void post(ServiceName service, String path, String body, String reason) {
    send(
        request(service, path, system.credentials().operatorToken())
            .header("Content-Type", "application/json")
            .header("Octroi-Reason", reason)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(ServiceName service, String path, String token) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://127.0.0.1:" + system.ports().management(service) + "/operations/" + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    shop.close();
    http.close();
  }
}
