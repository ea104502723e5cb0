package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.local.Shop.Purchase;
import io.octroi.platform.telegram.SentMessage;
import io.octroi.platform.telegram.TelegramPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many customers of one shop; some of them go into the chat. */
final class Crowd {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalSystem system;
  private final Shop shop;
  private final TelegramPeople telegram;
  private int newcomers;

  Crowd(LocalSystem system, Shop shop) {
    this.system = system;
    this.shop = shop;
    this.telegram = system.standIns().telegram().people();
  }

  /** New customers pay, and the gateway is told. */
  List<Purchase> pay(int count) {
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      newcomers++;
      Purchase purchase =
          payUnheard(
              String.format(Locale.ROOT, "one-of-many-%03d", newcomers), 800_000_000L + newcomers);
      await().atMost(PATIENCE).until(() -> shop.tell(purchase.event()));
      purchases.add(purchase);
    }
    return purchases;
  }

  /** Customers pay again; the provider knows of it, and no webhook arrives. */
  void payAgainUnheard(List<Purchase> earlier) {
    earlier.forEach(purchase -> payUnheard(purchase.customer(), purchase.telegramUser()));
  }

  private Purchase payUnheard(String customer, long telegramUser) {
    Purchase purchase = shop.buy(customer, telegramUser);
    system.standIns().stripe().publish(purchase.event());
    return purchase;
  }

  /** Customers link their accounts and go into the chat. */
  void enter(List<Purchase> purchases) {
    for (Purchase purchase : purchases) {
      await().atMost(PATIENCE).until(() -> !mailTo(purchase).isEmpty());
      telegram.start(
          purchase.telegramUser(), linkIn(mailTo(purchase).getFirst()).replaceAll(".*start=", ""));
    }
    for (Purchase purchase : purchases) {
      await().atMost(PATIENCE).until(() -> !messagesTo(purchase).isEmpty());
      telegram.join(linkIn(messagesTo(purchase).getLast()), purchase.telegramUser());
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(purchases).allMatch(this::isIn));
  }

  boolean isIn(Purchase purchase) {
    return telegram.chat(LocalSystem.TELEGRAM_CHAT_ID).has(purchase.telegramUser());
  }

  private List<String> mailTo(Purchase purchase) {
    return system.standIns().mailTextsTo(purchase.customer() + "@example.com");
  }

  private List<String> messagesTo(Purchase purchase) {
    return telegram.messages(purchase.telegramUser()).stream().map(SentMessage::text).toList();
  }

  private static String linkIn(String text) {
    return text.lines().filter(line -> line.startsWith("https://t.me/")).findFirst().orElseThrow();
  }
}
