package io.octroi.local;

import io.octroi.local.console.Console;
import io.octroi.local.console.StandInPages;
import io.octroi.local.console.TracePages;
import io.octroi.platform.otlp.TraceReceiver;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.secrets.SecretsManagerStandIn;
import io.octroi.platform.smtp.MailStandIn;
import io.octroi.platform.smtp.ReceivedMail;
import io.octroi.platform.stripe.StripeIds;
import io.octroi.platform.stripe.StripeStandIn;
import io.octroi.platform.telegram.TelegramStandIn;
import io.octroi.platform.twilio.TwilioCarrier;
import io.octroi.platform.twilio.TwilioStandIn;
import io.octroi.runtime.clock.SharedClock;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What stands in for the world outside, and the console that shows it. */
public final class StandIns implements AutoCloseable {
  /** Of a thousand payments or so, in some 25 MB of this process's heap. */
  static final int MOST_SPANS = 40_000;

  private final TelegramStandIn telegram;
  private final MailStandIn mail;
  private final StripeStandIn stripe;
  private final SecretsManagerStandIn secrets;
  private final TraceReceiver traces;
  private final TwilioStandIn twilio;
  private final TwilioCarrier carrier;
  private final Console console;

  private StandIns(
      Home home, Ports ports, Credentials credentials, SharedClock clock, boolean forgetful) {
    Path directory = home.standIns();
    telegram =
        telegram(
            forgetful ? Optional.empty() : Optional.of(directory.resolve("telegram")),
            ports,
            credentials,
            clock);
    mail =
        MailStandIn.start(
            MailStandIn.Settings.inMemory(clock)
                .withPort(ports.smtp())
                .withLogin(ServiceSecrets.MAIL_USER, credentials.mailPassword())
                .withDirectory(directory.resolve("mail")));
    stripe =
        StripeStandIn.start(
            new StripeStandIn.Settings(
                ports.stripe(), credentials.stripeApiKey(), StripeIds.random(), clock));
    twilio = twilio(ports, credentials, clock);
    carrier = new TwilioCarrier(twilio, credentials.twilioAuthToken());
    twilio.carriedBy(carrier);
    secrets =
        SecretsManagerStandIn.start(
            new SecretsManagerStandIn.Settings(
                ports.secrets(),
                ServiceSettings.REGION,
                clock,
                Optional.of(directory.resolve("secrets.json"))));
    keepSecrets(credentials);
    traces = TraceReceiver.start(ports.traces(), clock, forgetful ? 0 : MOST_SPANS);
    console =
        Console.start(
            ports,
            credentials.operatorToken(),
            new StandInPages(telegram, mail, twilio),
            new TracePages(traces),
            clock);
  }

  /**
   * @param clock the time that all of them live in
   * @param forgetful whether Telegram's begins anew each time, and no traces are kept
   */
  static StandIns start(
      Home home, Ports ports, Credentials credentials, SharedClock clock, boolean forgetful) {
    return new StandIns(home, ports, credentials, clock, forgetful);
  }

  private static TelegramStandIn telegram(
      Optional<Path> directory, Ports ports, Credentials credentials, SharedClock clock) {
    TelegramStandIn telegram =
        TelegramStandIn.start(
            new TelegramStandIn.Settings(
                ports.telegram(), credentials.telegramToken(), clock, directory));
    telegram.people().channel(LocalSystem.TELEGRAM_CHAT_ID, "Signaux");
    telegram.webhook(
        URI.create("http://127.0.0.1:" + ports.gateway() + "/webhooks/telegram"),
        credentials.telegramWebhookSecret());
    return telegram;
  }

  private void keepSecrets(Credentials credentials) {
    putOnce(ServiceSettings.secretId("stripe"), credentials.stripeWebhookSecret());
    putOnce(ServiceSettings.secretId("standard"), credentials.standardWebhookSecret());
    putOnce(ServiceSettings.secretId("partner"), credentials.partnerSecret());
    putOnce(ServiceSettings.secretId("telegram"), credentials.telegramWebhookSecret());
    putOnce(ServiceSettings.secretId("unsubscribe"), credentials.unsubscribeSecret());
    putOnce(ServiceSettings.secretId("twilio"), credentials.twilioAuthToken());
    putOnce(ServiceSettings.QUARANTINE_KEY, Credentials.dataKey());
    putOnce(
        ServiceSettings.STRIPE_API,
        JsonMapper.shared().writeValueAsString(Map.of("api_key", credentials.stripeApiKey())));
    ServiceSecrets.keepIn(secrets, credentials);
  }

  private static TwilioStandIn twilio(Ports ports, Credentials credentials, SharedClock clock) {
    TwilioStandIn started =
        TwilioStandIn.start(
            new TwilioStandIn.Settings(
                ports.twilio(),
                ServiceSettings.TWILIO_ACCOUNT,
                credentials.twilioAuthToken(),
                clock,
                Ids.fresh()));
    // Twilio's own numbers for trying refusals.
    started.refuse("+15005550001", 21211);
    started.refuse("+15005550004", 21610);
    return started;
  }

  private void putOnce(String name, String value) {
    if (!secrets.names().contains(name)) {
      secrets.put(name, value);
    }
  }

  public TelegramStandIn telegram() {
    return telegram;
  }

  public MailStandIn mail() {
    return mail;
  }

  public StripeStandIn stripe() {
    return stripe;
  }

  public TwilioStandIn twilio() {
    return twilio;
  }

  public SecretsManagerStandIn secrets() {
    return secrets;
  }

  /** What the services export. */
  public TraceReceiver traces() {
    return traces;
  }

  /** The text parts of the mails to an address, one a {@code Message-ID}, oldest first. */
  List<String> mailTextsTo(String address) {
    Map<String, String> textsById = new LinkedHashMap<>();
    for (ReceivedMail message : mail.mailsTo(address)) {
      textsById.putIfAbsent(message.messageId(), message.text());
    }
    return List.copyOf(textsById.values());
  }

  @Override
  public void close() {
    console.close();
    telegram.close();
    mail.close();
    twilio.close();
    carrier.close();
    stripe.close();
    secrets.close();
    traces.close();
  }
}
