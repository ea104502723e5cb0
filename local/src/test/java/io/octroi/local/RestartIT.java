package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.local.Shop.Purchase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {
  @TempDir Path home;

  @Test
  void what_was_there_before_a_stop_is_there_after_it_and_is_not_done_again() {
    // Given a member
    Purchase purchase;
    try (LocalSystem system = WholeSystem.start(home);
        Shop shop = new Shop(system)) {
      purchase = shop.buy("member-of-old", 900_100_100L);
      tell(shop, purchase);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> new Facts(system).sentDeliveries("email", List.of(purchase.customer())) == 1);
    }

    // When everything is stopped, started again, and the provider tells it once more
    try (LocalSystem system = WholeSystem.start(home);
        Shop shop = new Shop(system)) {
      Facts facts = new Facts(system);
      tell(shop, purchase);
      Purchase next = shop.buy("member-of-today", 900_100_101L);
      tell(shop, next);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> facts.sentDeliveries("email", List.of(next.customer())) == 1);

      // Then
      List<String> customers = List.of(purchase.customer());
      assertThat(facts.ledgerRows(List.of(purchase.event().id()))).isEqualTo(1);
      assertThat(facts.activeSubscriptions(customers)).isEqualTo(1);
      assertThat(facts.periods(customers)).isEqualTo(1);
      assertThat(facts.notifications(customers)).isEqualTo(1);
      assertThat(system.standIns().mailTextsTo(purchase.customer() + "@example.com")).hasSize(1);
    }
  }

  /** As a provider does: until it is answered 2xx, which a gateway that just started may not do. */
  private static void tell(Shop shop, Purchase purchase) {
    await().atMost(Duration.ofSeconds(30)).until(() -> shop.tell(purchase.event()));
  }
}
