package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.local.Shop.Purchase;
import io.octroi.platform.stripe.StripeWebhookSender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every secret of the running system changes while payments come in, and nothing notices. */
class RotationIT {
  private static final LocalSystem SYSTEM = WholeSystem.shared();
  private static final Facts FACTS = new Facts(SYSTEM);
  private static final StandIns STAND_INS = SYSTEM.standIns();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_PAYMENTS = Duration.ofMillis(50);
  private static final int PAYMENTS_A_ROTATION = 10;
  private static final AtomicLong NEXT_ACCOUNT = new AtomicLong(900_000_000L);

  private final List<Purchase> told = new CopyOnWriteArrayList<>();
  private final List<Integer> refused = new CopyOnWriteArrayList<>();
  private final AtomicReference<StripeWebhookSender> signer =
      new AtomicReference<>(signedWith(SYSTEM.credentials().stripeWebhookSecret()));
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void under_load_all_secrets_rotate_and_nothing_is_lost_rejected_or_restarted() throws Exception {
    Map<ServiceName, Long> processes = processes();
    long deadLetters = FACTS.deadLetters();
    try (Shop shop = new Shop(SYSTEM)) {
      Thread load = Thread.startVirtualThread(() -> pay(shop));
      // Given
      somePayments();

      // When
      String webhooks = rotateWebhookSecret();
      somePayments();
      String database = rotateDatabasePasswords();
      somePayments();
      String mail = rotateMailPassword();
      somePayments();
      String telegram = rotateTelegramToken();
      somePayments();
      enough.set(true);
      load.join();

      // Then
      assertThat(refused).isEmpty();
      everyPaymentArrived();
      assertThat(FACTS.deadLetters()).isEqualTo(deadLetters);
      assertThat(processes()).isEqualTo(processes);
      nobodyTold(
          List.of(
              webhooks,
              database,
              mail,
              telegram,
              SYSTEM.credentials().databasePassword(),
              SYSTEM.credentials().mailPassword(),
              SYSTEM.credentials().telegramToken(),
              SYSTEM.credentials().twilioAuthToken(),
              SYSTEM.credentials().unsubscribeSecret(),
              SYSTEM.credentials().stripeWebhookSecret()));
    }
  }

  private void pay(Shop shop) {
    Semaphore never = new Semaphore(0);
    try {
      do {
        Purchase purchase = shop.buy("payer-" + UUID.randomUUID(), NEXT_ACCOUNT.incrementAndGet());
        int status = signer.get().send(purchase.event()).status();
        if (status == 202) {
          told.add(purchase);
        } else {
          refused.add(status);
        }
      } while (!enough.get()
          && !never.tryAcquire(BETWEEN_PAYMENTS.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void somePayments() {
    int before = told.size();
    await().atMost(PATIENCE).until(() -> told.size() >= before + PAYMENTS_A_ROTATION);
  }

  private String rotateWebhookSecret() {
    String fresh = "whsec_" + random();
    STAND_INS.secrets().put(ServiceSettings.secretId("stripe"), fresh);
    signer.set(signedWith(fresh));
    return fresh;
  }

  /** The old connections are broken off as well, so that every worker must sign in again. */
  private String rotateDatabasePasswords() {
    String fresh = random();
    JdbcClient database = JdbcClient.create(SYSTEM.database().superuser());
    for (ServiceName worker : ServiceName.withDatabase()) {
      database.sql("alter role " + worker.role() + " password '" + fresh + "'").update();
      STAND_INS.secrets().put(ServiceSecrets.database(worker), "{\"password\":\"" + fresh + "\"}");
      database
          .sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = ?")
          .param(worker.role())
          .query(Boolean.class)
          .list();
    }
    return fresh;
  }

  private String rotateMailPassword() {
    String fresh = random();
    // A new user, too, as where the two are an access key and what is made of it.
    STAND_INS
        .secrets()
        .put(
            "octroi/notifier/smtp", "{\"username\":\"notifier-2\",\"password\":\"" + fresh + "\"}");
    STAND_INS.mail().login("notifier-2", fresh);
    return fresh;
  }

  private String rotateTelegramToken() {
    String fresh = "100200300:" + random();
    STAND_INS.secrets().put("octroi/notifier/telegram", "{\"token\":\"" + fresh + "\"}");
    STAND_INS.telegram().token(fresh);
    return fresh;
  }

  private void everyPaymentArrived() {
    List<String> customers = told.stream().map(Purchase::customer).toList();
    List<String> events = told.stream().map(purchase -> purchase.event().id()).toList();
    int all = told.size();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(FACTS.ledgerRows(events)).isEqualTo(all);
          assertThat(FACTS.succeededPayments(customers)).isEqualTo(all);
          assertThat(FACTS.activeSubscriptions(customers)).isEqualTo(all);
          assertThat(FACTS.periods(customers)).isEqualTo(all);
          assertThat(FACTS.sentDeliveries("email", customers)).isEqualTo(all);
          assertThat(FACTS.sentDeliveries("telegram.invitation", customers)).isEqualTo(all);
        });
    assertThat(told)
        .allSatisfy(purchase ->
            assertThat(STAND_INS.mailTextsTo(purchase.customer() + "@example.com")).hasSize(1));
  }

  private static void nobodyTold(List<String> secrets) throws IOException {
    for (ServiceName service : ServiceName.values()) {
      assertThat(environmentOf(SYSTEM.service(service))).doesNotContain(secrets);
    }
    try (Stream<Path> logs = Files.walk(SYSTEM.home().resolve("logs"))) {
      List<Path> files = logs.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThanOrEqualTo(ServiceName.values().length);
      for (Path file : files) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(secrets);
      }
    }
  }

  /** As the system shows it; nothing where it shows none. */
  private static String environmentOf(Service service) throws IOException {
    Path environment = Path.of("/proc", String.valueOf(service.pid()), "environ");
    return Files.isReadable(environment)
        ? new String(Files.readAllBytes(environment), StandardCharsets.UTF_8)
        : "";
  }

  private static Map<ServiceName, Long> processes() {
    Map<ServiceName, Long> processes = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      processes.put(service, SYSTEM.service(service).pid());
      assertThat(SYSTEM.service(service).isAlive()).isTrue();
    }
    return processes;
  }

  private static StripeWebhookSender signedWith(String secret) {
    return new StripeWebhookSender(
        URI.create("http://127.0.0.1:" + SYSTEM.ports().gateway() + "/webhooks/stripe"),
        List.of(secret),
        SYSTEM.clock());
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
