package io.octroi.local;

import io.octroi.platform.paystack.PaystackWebhooks;
import io.octroi.platform.provider.Hmac;
import io.octroi.platform.provider.SignedWebhook;
import io.octroi.platform.provider.WebhookPost;
import io.octroi.platform.stripe.StripeSignature;
import io.octroi.platform.telegram.TelegramWebhooks;
import io.octroi.platform.twilio.TwilioWebhooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Pushes what a dossier holds at the gateway: signed and forged, whole and broken. */
final class WebhookPushes implements AutoCloseable {
  static final String PAYSTACK_SECRET = "sk_test_of_the_local_paystack";

  private static final int TOO_LARGE = 1024 * 1024 + 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final LocalSystem system;
  private final WebhookPost post = new WebhookPost();

  WebhookPushes(LocalSystem system) {
    this.system = system;
  }

  /** By every way that has room for all of it. */
  void push(Dossier dossier) {
    String everything = JSON.writeValueAsString(dossier);
    stripe(everything);
    forged(dossier, everything);
    others(dossier, everything);
    channels(dossier);
  }

  /** One of its values, where there is room for one: in ids, names and addresses. */
  void push(Dossier dossier, String one) {
    identifiers(one);
    addresses(dossier, one);
  }

  private void stripe(String everything) {
    signed(everything.substring(0, everything.length() / 2));
    signed(JSON.writeValueAsString(event("evt_" + UUID.randomUUID(), "invoice.paid", everything)));
    Map<String, Object> broken = event("evt_" + UUID.randomUUID(), "charge.succeeded", everything);
    broken.put("data", Map.of("object", Map.of("id", everything, "amount", everything)));
    signed(JSON.writeValueAsString(broken));
  }

  /** In one body, more than the gateway reads. */
  void tooMuch(List<Dossier> dossiers) {
    String all = JSON.writeValueAsString(dossiers);
    signed(all.repeat(TOO_LARGE / all.length() + 1));
  }

  /**
   * As the id of an event, twice with other bytes; as the name of what happened; as whose it is.
   */
  private void identifiers(String value) {
    String id = JSON.writeValueAsString(event(value, "charge.succeeded", "first"));
    signed(id);
    signed(id.replace("first", "other"));
    signed(JSON.writeValueAsString(event("evt_" + UUID.randomUUID(), value, value)));
    Map<String, Object> event =
        event("evt_" + UUID.randomUUID(), "checkout.session.completed", value);
    event.put(
        "data",
        Map.of(
            "object",
            Map.of(
                "id",
                "cs_" + UUID.randomUUID(),
                "object",
                "checkout.session",
                "payment_intent",
                "pi_" + UUID.randomUUID(),
                "amount_total",
                4900,
                "currency",
                "eur",
                "payment_status",
                "paid",
                "status",
                "complete",
                "metadata",
                Map.of("user_id", value, "plan_code", value, "language", value))));
    signed(JSON.writeValueAsString(event));
    signed(JSON.writeValueAsString(event).replace("\"user_id\":\"", "\"user_id\":\"\\u0000"));
    partner("{\"id\":" + JSON.writeValueAsString(value) + ",\"type\":\"order.paid\"}");
    partner(
        "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":" + JSON.writeValueAsString(value) + "}");
  }

  private void forged(Dossier dossier, String everything) {
    byte[] body = everything.getBytes(StandardCharsets.UTF_8);
    send(
        "stripe",
        SignedWebhook.json(body)
            .withHeader(
                "Stripe-Signature",
                StripeSignature.header(
                    body, List.of(dossier.webhookSecret()), system.clock().instant())));
    List<String> header = dossier.inAscii();
    send(
        "stripe",
        SignedWebhook.post(header.get(0), body)
            .withHeader("Stripe-Signature", "t=" + header.get(1) + ",v1=" + header.get(2))
            .withHeader("User-Agent", header.get(3))
            .withHeader("Authorization", "Bearer " + header.get(4))
            .withHeader("Cookie", "session=" + header.get(5))
            .withHeader("X-Forwarded-For", header.get(6))
            .withHeader("traceparent", header.get(7)));
    standard(dossier.email(), everything);
    standard(dossier.apiKey(), everything);
  }

  private void standard(String id, String body) {
    String time = Long.toString(system.clock().instant().getEpochSecond());
    String secret = system.credentials().standardWebhookSecret().substring("whsec_".length());
    send(
        "standard",
        SignedWebhook.json(body.getBytes(StandardCharsets.UTF_8))
            .withHeader("webhook-id", id)
            .withHeader("webhook-timestamp", time)
            .withHeader(
                "webhook-signature",
                "v1,"
                    + Hmac.base64(
                        "HmacSHA256",
                        new String(Base64.getDecoder().decode(secret), StandardCharsets.ISO_8859_1),
                        (id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8))));
  }

  private void addresses(Dossier dossier, String one) {
    String encoded = encoded(one);
    SignedWebhook post = SignedWebhook.json(new byte[0]);
    send(encoded, post);
    send("stripe/" + encoded + "?keys=" + encoded(String.join(" ", dossier.values())), post);
    send("unsubscribe/" + encoded, post);
    send("momo/" + encoded, post.withMethod("PUT"));
    raw("POST /webhooks/" + one + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    raw("GET / HTTP/1.1\r\nHost: " + one + "\r\n" + one + "\r\n\r\n");
    raw(one + "\r\n\r\n");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void others(Dossier dossier, String everything) {
    byte[] body = everything.getBytes(StandardCharsets.UTF_8);
    byte[] charge =
        JSON.writeValueAsBytes(
            Map.of(
                "event",
                "charge.success",
                "data",
                Map.of("id", 1, "reference", dossier.email(), "customer", dossier)));
    send("paystack", PaystackWebhooks.sign(charge, PAYSTACK_SECRET));
    send("paystack", PaystackWebhooks.sign(body, PAYSTACK_SECRET));
    send("orange", SignedWebhook.json(body));
    send("momo/" + UUID.randomUUID(), SignedWebhook.json(body).withMethod("PUT"));
  }

  private void channels(Dossier dossier) {
    Map<String, Object> person =
        Map.of(
            "id",
            700_000_000,
            "is_bot",
            false,
            "first_name",
            dossier.name(),
            "last_name",
            dossier.address(),
            "username",
            dossier.email());
    Map<String, Object> message =
        Map.of(
            "message_id",
            1,
            "date",
            system.clock().instant().getEpochSecond(),
            "from",
            person,
            "chat",
            Map.of("id", 700_000_000, "type", "private", "first_name", dossier.name()),
            "text",
            String.join(" ", dossier.values()),
            "contact",
            dossier);
    update(Map.of("update_id", System.nanoTime() % 1_000_000_000, "message", message));
    update(Map.of("update_id", dossier.card(), "message", dossier));
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", dossier.apiKey());
    fields.put("MessageStatus", dossier.name());
    fields.put("To", dossier.phone());
    fields.put("From", dossier.email());
    fields.put("Body", String.join(" ", dossier.values()));
    fields.put("ErrorCode", dossier.card());
    String url = "http://127.0.0.1:" + system.ports().gateway() + "/webhooks/twilio";
    send("twilio", TwilioWebhooks.sign(fields, url, system.credentials().twilioAuthToken()));
    send("twilio", TwilioWebhooks.sign(fields, url, dossier.apiKey()));
  }

  private void update(Map<String, ?> update) {
    send(
        "telegram",
        TelegramWebhooks.update(
            JSON.writeValueAsBytes(update), system.credentials().telegramWebhookSecret()));
  }

  private static Map<String, Object> event(String id, String type, String note) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id);
    event.put("object", "event");
    event.put("type", type);
    event.put("created", 1_700_000_000);
    event.put("note", note);
    return event;
  }

  private void signed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    send(
        "stripe",
        SignedWebhook.json(bytes)
            .withHeader(
                "Stripe-Signature",
                StripeSignature.header(
                    bytes,
                    List.of(system.credentials().stripeWebhookSecret()),
                    system.clock().instant())));
  }

  private void partner(String body) {
    String time = Long.toString(system.clock().instant().getEpochSecond());
    send(
        "partner",
        SignedWebhook.json(body.getBytes(StandardCharsets.UTF_8))
            .withHeader("X-Timestamp", time)
            .withHeader(
                "X-Signature",
                Hmac.hex(
                    "HmacSHA256",
                    system.credentials().partnerSecret(),
                    (time + "." + body).getBytes(StandardCharsets.UTF_8))));
  }

  private void send(String path, SignedWebhook webhook) {
    try {
      post.send(
          URI.create("http://127.0.0.1:" + system.ports().gateway() + "/webhooks/" + path),
          webhook);
    } catch (UncheckedIOException e) {
      // What is too large is hung up on.
    }
  }

  private void raw(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.ports().gateway())) {
      socket.setSoTimeout(2_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The answer does not matter.
    }
  }

  @Override
  public void close() {
    post.close();
  }
}
