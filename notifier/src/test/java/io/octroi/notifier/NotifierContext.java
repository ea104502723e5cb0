package io.octroi.notifier;

import io.octroi.contracts.Contact;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.Topics;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.notifier.delivery.DeliveryDispatcher;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.notifier.intake.PaymentExamples;
import io.octroi.notifier.membership.Reconciler;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.smtp.MailStandIn;
import io.octroi.platform.smtp.ReceivedMail;
import io.octroi.platform.telegram.TelegramStandIn;
import io.octroi.platform.twilio.TwilioStandIn;
import io.octroi.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The notifier between a real broker and database, and stand-ins that speak SMTP and the Bot API.
 * One context for all; tests keep apart by their customers. Nothing is sent until a test says so.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "logging.pattern.console=%p %logger{0} %m %kvp%n%ex",
      "logging.level.org.apache.kafka=warn",
      "octroi.notifier.delivery.enabled=false",
      "octroi.notifier.telegram.membership.enabled=false",
      "octroi.notifier.telegram.pace.per-second=1000",
      "octroi.notifier.telegram.pace.burst=1000",
      "octroi.notifier.telegram.pace.per-chat-per-second=1000",
      "octroi.notifier.telegram.pace.per-chat-burst=1000",
      "octroi.notifier.telegram.messages=true",
      "octroi.notifier.telegram.bot-username=octroi_local_bot",
      "octroi.notifier.telegram.chats.signaux=" + NotifierContext.CHAT,
      "octroi.notifier.telegram.chats.duo=-1002000000001,-1002000000002",
      "octroi.notifier.telegram.chats.archive=" + NotifierContext.CHAT,
      "octroi.notifier.mail.from=no-reply@octroi.example",
      "octroi.notifier.mail.unsubscribe.url=https://hooks.octroi.example/webhooks/unsubscribe",
      "octroi.notifier.sms.account-sid=" + NotifierContext.TWILIO_ACCOUNT,
      "octroi.notifier.sms.from=+15005550006",
      "octroi.notifier.sms.status-callback=https://hooks.octroi.example/webhooks/twilio",
      "octroi.notifier.channels.plans.texted-monthly.reminder=sms",
      "octroi.notifier.channels.fallback.reminder=telegram,email,sms",
      "octroi.notifier.channels.fallback.access-ended=email,sms",
      "octroi.notifier.channels.fallback.activation-confirmed=email,sms"
    })
@Import(NotifierContext.MovedTime.class)
public abstract class NotifierContext {
  public static final String TOKEN = "900000001:AAsecretAAsecretAAsecret";
  public static final String TWILIO_ACCOUNT = "AC00000000000000000000000000000042";
  public static final String TWILIO_TOKEN = "twilio-auth-token";
  public static final long CHAT = -1001234567890L;
  protected static final List<Long> DUO_CHATS = List.of(-1002000000001L, -1002000000002L);
  protected static final MovableClock CLOCK =
      new MovableClock(Instant.parse("2026-11-21T09:00:00Z"));
  protected static final TelegramStandIn TELEGRAM =
      TelegramStandIn.start(new TelegramStandIn.Settings(0, TOKEN, CLOCK, Optional.empty()));
  protected static final MailStandIn MAIL =
      MailStandIn.start(NotifierSecrets.login(MailStandIn.Settings.inMemory(CLOCK)));
  protected static final TwilioStandIn TWILIO =
      TwilioStandIn.start(
          new TwilioStandIn.Settings(0, TWILIO_ACCOUNT, TWILIO_TOKEN, CLOCK, Ids.fresh()));
  private static final AtomicLong NEXT_USER = new AtomicLong(700_000_000L);

  @Autowired protected DeliveryDispatcher dispatcher;
  @Autowired protected Reconciler reconciler;
  @Autowired protected JdbcTemplate jdbc;

  static {
    TELEGRAM.people().channel(CHAT, "Signaux VIP");
    DUO_CHATS.forEach(chat -> TELEGRAM.people().channel(chat, "Duo"));
  }

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    TestInfrastructure.createTopics(
        Map.of(
            Topics.SUBSCRIPTIONS,
            3,
            Topics.deadLetter(Topics.SUBSCRIPTIONS, "notifier"),
            1,
            Topics.PAYMENTS,
            3,
            Topics.deadLetter(Topics.PAYMENTS, "notifier"),
            1,
            Topics.CALLBACKS,
            3,
            Topics.deadLetter(Topics.CALLBACKS, "notifier"),
            1));
    TestInfrastructure.register(registry, "notifier", "notifier");
    NotifierSecrets.register(registry);
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", MAIL::port);
    registry.add("octroi.notifier.telegram.base-url", TELEGRAM::uri);
    registry.add("octroi.notifier.sms.base-url", TWILIO::uri);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class MovedTime {
    @Bean
    @Primary
    Clock movableClock() {
      return CLOCK;
    }
  }

  @AfterEach
  void leave_nothing_to_the_next() {
    MAIL.clearFaults();
    TWILIO.faults().clear();
    jdbc.update("delete from telegram_memberships");
    jdbc.update("delete from telegram_chat_stops");
    jdbc.update("delete from delivery_holds");
    jdbc.update("delete from chat_migrations");
  }

  /** Somebody new who subscribes to a family, with a mail address and a linked account. */
  protected EventExamples member(String family) {
    EventExamples member = newcomer(family);
    jdbc.update(
        "insert into telegram_links (customer_id, telegram_user_id, linked_at, how)"
            + " values (?, ?, ?, 'start_token')",
        member.customerId(),
        userId(member),
        CLOCK.instant().atOffset(ZoneOffset.UTC));
    return member;
  }

  /** Somebody new whose account nobody has linked; a payment told of it. */
  protected static EventExamples newcomer(String family) {
    long userId = NEXT_USER.incrementAndGet();
    TELEGRAM.people().person(userId, "Member");
    return new EventExamples(
        EventIds.next(CLOCK.instant()),
        "cus_" + userId,
        family,
        new Contact("member" + userId + "@example.com", "fr", userId),
        CLOCK.instant());
  }

  protected static String email(EventExamples member) {
    return "member" + userId(member) + "@example.com";
  }

  protected static long userId(EventExamples member) {
    return Long.parseLong(member.customerId().substring("cus_".length()));
  }

  protected static UUID payment() {
    return EventIds.next(CLOCK.instant());
  }

  /** A new payment of a member's, of which the payment-worker tells. */
  protected static PaymentExamples paymentOf(EventExamples member) {
    return new PaymentExamples(
        payment(),
        member.customerId(),
        member.family() + "-monthly",
        member.contact(),
        CLOCK.instant());
  }

  protected static Instant inDays(int days) {
    return CLOCK.instant().plus(Duration.ofDays(days));
  }

  /** Publishes events and waits until the notifier has taken them in. */
  protected void publish(SubscriptionEvent... events) {
    for (SubscriptionEvent event : events) {
      publish(new EventEnvelope(EventIds.next(CLOCK.instant()), "/subscription-worker", event));
    }
  }

  protected void publish(PaymentEvent... events) {
    for (PaymentEvent event : events) {
      publish(new EventEnvelope(EventIds.next(CLOCK.instant()), "/payment-worker", event));
    }
  }

  protected void publish(EventEnvelope envelope) {
    publish(List.of(envelope));
  }

  /** Publishes events of one customer so close together that they are polled as one batch. */
  protected void publish(List<EventEnvelope> envelopes) {
    Records.publish(envelopes.stream().map(EventCodec::toRecord).toList());
  }

  /** Publishes a callback as the gateway does and waits until the notifier has taken it in. */
  protected void publish(VerifiedWebhook callback) {
    Records.publish(List.of(WebhookCodec.toRecord(Topics.CALLBACKS, callback)));
  }

  /** Sends everything that is due. */
  protected void sendAll() throws InterruptedException {
    int taken = dispatcher.runOnce();
    while (taken > 0) {
      taken = dispatcher.runOnce();
    }
  }

  /** Makes the chats agree with the subscriptions. */
  protected void reconcile() throws InterruptedException {
    int taken = reconciler.runOnce();
    while (taken > 0) {
      taken = reconciler.runOnce();
    }
  }

  protected static void advance(Duration by) {
    CLOCK.advance(by);
  }

  protected static List<ReceivedMail> mailsTo(EventExamples member) {
    return MAIL.mailsTo(email(member));
  }

  /** A customer's deliveries as {@code action:status:code}, in the order of their names. */
  protected List<String> deliveries(EventExamples member) {
    return texts(
        "select action || ':' || status || ':' || code from deliveries where customer_id = ?"
            + " order by 1",
        member.customerId());
  }

  protected List<String> notifications(EventExamples member) {
    return texts(
        "select kind from notifications where customer_id = ? order by created_at, id",
        member.customerId());
  }

  protected List<String> texts(String sql, Object... arguments) {
    return jdbc.query(sql, (row, number) -> row.getString(1), arguments);
  }

  /** The links that were made for a customer, oldest first. */
  protected List<String> linksOf(EventExamples member) {
    return texts(
        "select i.link from invitations i join notifications n on n.id = i.notification_id"
            + " where n.customer_id = ? order by i.created_at, i.version, i.delivery_id",
        member.customerId());
  }
}
