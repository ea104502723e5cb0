package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.local.Shop.Purchase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills any one process while payments flow. What was answered 2xx must be there, once. */
class KillIT {
  private static final int EVENTS = 200;
  private static final int SENDERS = 8;

  private static final LocalSystem SYSTEM = WholeSystem.shared();
  private static final Facts FACTS = new Facts(SYSTEM);

  /** What is killed. */
  enum Victim {
    GATEWAY,
    PAYMENT_WORKER,
    SUBSCRIPTION_WORKER,
    NOTIFIER,
    BROKER,
    DATABASE;

    void kill(LocalSystem system) {
      switch (this) {
        case GATEWAY -> system.service(ServiceName.GATEWAY).kill();
        case PAYMENT_WORKER -> system.service(ServiceName.PAYMENT_WORKER).kill();
        case SUBSCRIPTION_WORKER -> system.service(ServiceName.SUBSCRIPTION_WORKER).kill();
        case NOTIFIER -> system.service(ServiceName.NOTIFIER).kill();
        case BROKER -> system.broker().kill();
        case DATABASE -> system.database().kill();
      }
    }

    void restart(LocalSystem system) {
      switch (this) {
        case GATEWAY -> system.service(ServiceName.GATEWAY).restart();
        case PAYMENT_WORKER -> system.service(ServiceName.PAYMENT_WORKER).restart();
        case SUBSCRIPTION_WORKER -> system.service(ServiceName.SUBSCRIPTION_WORKER).restart();
        case NOTIFIER -> system.service(ServiceName.NOTIFIER).restart();
        case BROKER -> system.broker().restart();
        case DATABASE -> system.database().restart();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoever_is_killed_nothing_acknowledged_is_lost_or_doubled(Victim victim) throws Exception {
    try (Shop shop = new Shop(SYSTEM);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      // Given payments that flow
      ConcurrentLinkedQueue<Purchase> accepted = new ConcurrentLinkedQueue<>();
      AtomicInteger sent = new AtomicInteger();
      CountDownLatch third = new CountDownLatch(EVENTS / 3);
      for (int sender = 0; sender < SENDERS; sender++) {
        senders.execute(() -> {
          for (int i = sent.getAndIncrement(); i < EVENTS; i = sent.getAndIncrement()) {
            Purchase purchase = shop.buy(victim + "-" + i, 800_000_000L + i);
            if (tellPatiently(shop, purchase)) {
              accepted.add(purchase);
            }
            third.countDown();
          }
        });
      }

      // When one process is killed among them and started again
      assertThat(third.await(2, TimeUnit.MINUTES)).isTrue();
      victim.kill(SYSTEM);
      victim.restart(SYSTEM);
      senders.shutdown();
      assertThat(senders.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
      SYSTEM.awaitReady();

      // Then
      List<String> events = accepted.stream().map(purchase -> purchase.event().id()).toList();
      List<String> customers = accepted.stream().map(Purchase::customer).toList();
      assertThat(events).hasSize(EVENTS);
      awaitAllOf(events, customers);
      assertThat(FACTS.payments(customers)).isEqualTo(EVENTS);
      assertThat(FACTS.periods(customers)).isEqualTo(EVENTS);
      assertThat(FACTS.notifications(customers)).isEqualTo(EVENTS);
    }
  }

  private static void awaitAllOf(List<String> events, List<String> customers) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          assertThat(FACTS.ledgerRows(events)).isEqualTo(EVENTS);
          assertThat(FACTS.succeededPayments(customers)).isEqualTo(EVENTS);
          assertThat(FACTS.activeSubscriptions(customers)).isEqualTo(EVENTS);
          assertThat(FACTS.sentDeliveries("email", customers)).isEqualTo(EVENTS);
          assertThat(FACTS.customersWithStartLink(customers)).isEqualTo(EVENTS);
        });
  }

  /** As a provider does: again until it is answered 2xx. */
  private static boolean tellPatiently(Shop shop, Purchase purchase) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < deadline) {
      if (shop.tell(purchase.event())) {
        return true;
      }
      LockSupport.parkNanos(100_000_000L);
    }
    return false;
  }
}
