package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.messaging.Outbox;
import io.octroi.payment.WorkerContext;
import io.octroi.payment.api.PolledApis;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.api.ProvidersProperties;
import io.octroi.payment.backfill.PollOutcome.Complete;
import io.octroi.payment.backfill.PollOutcome.Filling;
import io.octroi.payment.confirmation.OrderInquiries;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.ledger.Ledger;
import io.octroi.platform.provider.ProviderEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An endpoint of its own for each test, and a provider that is polled by hand. */
abstract class PolledEndpoint extends WorkerContext {
  static final Instant START = Instant.parse("2026-09-10T08:00:00Z");
  static final Duration TWO_HOURS = Duration.ofHours(2);
  static final Instant BEFORE = START.minus(Duration.ofMinutes(1));

  @Autowired Ledger ledger;
  @Autowired WebhookFeed feed;
  @Autowired JdbcTemplate template;
  @Autowired private Outbox outbox;

  final String endpoint = "watched-" + UUID.randomUUID();
  final StepClock clock = new StepClock(START);

  /** How a test's provider is asked. */
  record Asked(
      String provider, URI uri, String environment, String secret, int pageSize, int maxPages) {
    static Asked of(String provider, URI uri, String secret) {
      return new Asked(provider, uri, "", secret, 100, 50);
    }

    Asked in(String chosen) {
      return new Asked(provider, uri, chosen, secret, pageSize, maxPages);
    }

    Asked paged(int size, int most) {
      return new Asked(provider, uri, environment, secret, size, most);
    }
  }

  static BackfillProperties settings(int pageSize, int maxPages, Duration lease) {
    return new BackfillProperties(
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofDays(30),
        Duration.ofHours(6),
        Duration.ofHours(24),
        Duration.ofMinutes(10),
        50,
        Duration.ofSeconds(1),
        lease,
        pageSize,
        maxPages,
        Set.of());
  }

  Poller poller(Asked asked) {
    BackfillProperties settings =
        settings(asked.pageSize(), asked.maxPages(), Duration.ofMinutes(5));
    return poller(source(asked, settings), settings);
  }

  EventSource source(Asked asked, BackfillProperties settings) {
    OrderInquiries orders = new OrderInquiries(template, clock);
    Sources sources = new Sources(apis(asked), providers(asked), settings, orders, clock);
    return Optional.ofNullable(sources.all().get(endpoint)).orElseThrow();
  }

  ProviderApis apis(Asked asked) {
    return PolledApis.of(providers(asked), asked.secret(), clock);
  }

  private ProvidersProperties providers(Asked asked) {
    return PolledApis.settings(endpoint, asked.provider(), asked.uri(), asked.environment());
  }

  Poller poller(EventSource source, BackfillProperties settings) {
    Watermarks watermarks = watermarks();
    watermarks.prepare(endpoint, "any", BEFORE, clock.instant());
    return new Poller(
        Map.of(endpoint, source),
        watermarks,
        new UndecidedRows(jdbc),
        new Missing(ledger, feed, new SimpleMeterRegistry()),
        settings,
        clock,
        new SimpleMeterRegistry());
  }

  /** One poll that publishes, and one that finds everything. */
  void fill(Poller poller, int lacking) {
    int before = inLedger();
    assertThat(poller.poll(endpoint)).isEqualTo(new Filling(lacking));
    Awaitility.await().until(() -> inLedger() == before + lacking);
    clock.forward(Duration.ofSeconds(1));
    assertThat(poller.poll(endpoint)).isInstanceOf(Complete.class);
  }

  Watermarks watermarks() {
    return new Watermarks(jdbc, transactions, outbox, "/payment-worker");
  }

  Watermarks.Row row() {
    return watermarks().all().stream()
        .filter(row -> row.endpoint().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }

  /** Hands webhooks in as the gateway would have, and sees that nothing changes. */
  void lateWebhooksChangeNothing(Set<String> references, VerifiedWebhook... late) {
    String payments = payments(references);
    int told = told();
    Stream.of(late).forEach(this::handle);
    assertThat(payments(references)).isEqualTo(payments);
    assertThat(told()).isEqualTo(told);
    assertThat(conflicts()).isZero();
  }

  VerifiedWebhook webhook(String provider, String eventId, Trust trust, ProviderEvent event) {
    return new VerifiedWebhook(
        endpoint,
        provider,
        eventId,
        event.type(),
        eventId,
        event.at(),
        clock.instant(),
        Provenance.webhook(trust, "v1"),
        event.text().getBytes(StandardCharsets.UTF_8));
  }

  String status(String reference) {
    return payment(reference).orElseThrow().status();
  }

  private String payments(Set<String> references) {
    return references.stream()
        .sorted()
        .map(reference -> payment(reference).orElseThrow().toString())
        .collect(Collectors.joining("\n"));
  }

  static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  int inLedger() {
    return count("select count(*) from ledger where endpoint = ?");
  }

  int conflicts() {
    return count("select count(*) from ledger_conflicts where endpoint = ?");
  }

  /** How what is in the ledger came; one word if all came the same way. */
  String origins() {
    return jdbc.sql("select string_agg(distinct origin, ' ') from ledger where endpoint = ?")
        .param(endpoint)
        .query(String.class)
        .single();
  }

  private int told() {
    return jdbc.sql("select last_value from outbox_id_seq").query(Integer.class).single();
  }

  private int count(String query) {
    return jdbc.sql(query).param(endpoint).query(Integer.class).single();
  }
}
