package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.platform.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Five hundred values of fifty people who do not exist, and keys that open nothing, go in by every
 * way there is, and none of them comes out in what operators and machines read.
 */
class MaskingIT {
  private static final LocalSystem SYSTEM = WholeSystem.shared();
  private static final long SEED = 6_2026L;
  private static final List<Dossier> DOSSIERS = Dossier.drawn(50, SEED);
  private static final int EACH_KIND_ONCE = 10;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What could be quoted and what quotes, at the level where it says most. */
  private static final List<String> TALKATIVE =
      List.of(
          "org.springframework.web",
          "org.springframework.http",
          "org.springframework.jdbc",
          "org.springframework.kafka",
          "org.apache.coyote",
          "org.hibernate.orm.jdbc.bind",
          "org.eclipse.angus",
          "io.octroi");

  @BeforeAll
  static void everything_is_pushed() throws Exception {
    System.out.println("values of seed " + SEED);
    TALKATIVE.forEach(logger -> level(logger, "\"TRACE\""));
    try (WebhookPushes webhooks = new WebhookPushes(SYSTEM);
        InnerPushes inner = new InnerPushes(SYSTEM);
        ExecutorService several = Executors.newFixedThreadPool(4)) {
      List<Future<?>> pushes = new ArrayList<>();
      for (int i = 0; i < DOSSIERS.size(); i++) {
        int number = i;
        Dossier dossier = DOSSIERS.get(i);
        pushes.add(
            several.submit(() -> {
              webhooks.push(dossier);
              inner.push(number, dossier);
            }));
        String one = dossier.values().get(i % dossier.values().size());
        if (i < EACH_KIND_ONCE) {
          pushes.add(
              several.submit(() -> {
                webhooks.push(dossier, one);
                inner.ask(one);
              }));
        }
      }
      webhooks.tooMuch(DOSSIERS);
      for (int i = 0; i < DOSSIERS.size(); i += 10) {
        inner.poison(DOSSIERS.subList(i, i + 10));
      }
      for (Future<?> push : pushes) {
        push.get();
      }
    }
    // The last purchase is told of, or could not be, when all before it were taken in.
    await().atMost(Duration.ofMinutes(2)).until(() -> settled() == 2L * DOSSIERS.size());
  }

  @AfterAll
  static void quiet_again() {
    TALKATIVE.forEach(logger -> level(logger, "null"));
    // Faults that met no call are used up, for the tests that come after.
    for (int i = 0; i < DOSSIERS.size(); i++) {
      post(
          "http://127.0.0.1:"
              + SYSTEM.ports().telegram()
              + "/bot"
              + SYSTEM.credentials().telegramToken()
              + "/sendMessage",
          "{\"chat_id\":" + LocalSystem.TELEGRAM_CHAT_ID + ",\"text\":\"-\"}");
    }
  }

  @Test
  void no_log_line_says_anything_of_anybody() throws Exception {
    for (ServiceName service : ServiceName.values()) {
      Path documents = Exposed.documents(SYSTEM.home(), service);
      for (Path log :
          List.of(SYSTEM.home().resolve("logs/" + service.artifact() + ".log"), documents)) {
        String text = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(text).contains("[masked]");
        assertClean(log.getFileName().toString(), text);
      }
    }
  }

  @Test
  void every_line_for_machines_is_a_document_that_says_whose_it_is() throws Exception {
    for (ServiceName service : ServiceName.values()) {
      List<JsonNode> lines = documents(service);
      assertThat(lines)
          .hasSizeGreaterThan(10)
          .allSatisfy(line -> {
            assertThat(line.at("/service/name").asString()).isEqualTo(service.artifact());
            assertThat(line.at("/ecs/version").asString()).isNotEmpty();
            assertThat(line.at("/log/level").asString()).isNotEmpty();
            assertThat(line.path("message").isString()).isTrue();
          });
      assertThat(lines).anyMatch(line -> line.at("/trace/id").asString("").length() == 32);
    }
    assertThat(documents(ServiceName.PAYMENT_WORKER))
        .anySatisfy(line -> {
          assertThat(line.path("message").asString()).startsWith("A webhook came again with");
          assertThat(line.at("/octroi/event_id").asString()).isEqualTo("[masked]");
          assertThat(line.at("/octroi/endpoint").asString()).isEqualTo("stripe");
        });
  }

  @Test
  void no_span_says_anything_of_anybody() {
    List<ReceivedSpan> received =
        SYSTEM.standIns().traces().traceIds().stream()
            .flatMap(id -> SYSTEM.standIns().traces().trace(id).stream())
            .toList();
    assertThat(received).as("spans, none forgotten").hasSizeLessThan(StandIns.MOST_SPANS / 2);
    String spans = received.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    assertThat(spans).contains("process webhooks.v1", "deliver email");
    assertClean("traces", spans);
  }

  @Test
  void no_metric_says_anything_of_anybody_and_nothing_else_is_shown() throws Exception {
    for (ServiceName service : ServiceName.values()) {
      String base = "http://127.0.0.1:" + SYSTEM.ports().management(service) + "/actuator";
      assertClean(service + "'s metrics", get(base + "/prometheus").body());
      assertClean(service + "'s health", get(base + "/health").body() + get(base + "/info").body());
      for (String other :
          List.of("env", "configprops", "beans", "heapdump", "httpexchanges", "logfile")) {
        assertThat(get(base + "/" + other).statusCode()).as(other).isEqualTo(404);
      }
    }
  }

  /** What they carry is the record itself; the headers say why and where from. */
  @Test
  void no_header_of_a_dead_letter_says_anything_of_anybody() {
    List<String> headers = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, SYSTEM.broker().bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> letters =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> topic.getKey().endsWith(".dlt"))
              .flatMap(topic -> topic.getValue().stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(letters);
      consumer.seekToBeginning(letters);
      Map<TopicPartition, Long> ends = consumer.endOffsets(letters);
      while (letters.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofSeconds(1))) {
          letter
              .headers()
              .forEach(header ->
                  headers.add(
                      header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8)));
        }
      }
    }
    assertThat(headers)
        .filteredOn(one -> one.startsWith("dlt_reason="))
        .hasSizeGreaterThanOrEqualTo(20);
    assertClean("headers of dead letters", String.join("\n", headers));
  }

  /** What is looked for is found in each of the forms that something may write it in. */
  @Test
  void what_is_searched_for_would_be_found() {
    Needles needles = new Needles(Stream.of("Zékwø ñdiïss 1"));
    assertThat(
            List.of(
                "a Zékwø ñdiïss 1 b",
                "Z%C3%A9kw%C3%B8+%C3%B1di%C3%AFss+1",
                "Z%C3%A9kw%C3%B8%20%C3%B1di%C3%AFss%201",
                "Z\\u00e9kw\\u00f8 \\u00f1di\\u00efss 1",
                "xxWsOpa3fDuCDDsWRpw69zcyAx"))
        .filteredOn(text -> needles.foundIn(text).isEmpty())
        .hasSizeLessThanOrEqualTo(1);
  }

  private static void assertClean(String what, String text) {
    Needles needles =
        new Needles(
            Stream.concat(
                DOSSIERS.stream().flatMap(Dossier::traces),
                Stream.of(
                    SYSTEM.credentials().operatorToken(),
                    SYSTEM.credentials().databasePassword(),
                    SYSTEM.credentials().telegramToken(),
                    SYSTEM.credentials().stripeApiKey(),
                    SYSTEM.credentials().stripeWebhookSecret(),
                    SYSTEM.credentials().standardWebhookSecret(),
                    SYSTEM.credentials().partnerSecret())));
    assertThat(needles.foundIn(text)).as(what).isEmpty();
  }

  private static long settled() {
    return new Facts(SYSTEM).settledDeliveries("masked-%");
  }

  private static List<JsonNode> documents(ServiceName service) throws IOException {
    try (Stream<String> lines = Files.lines(Exposed.documents(SYSTEM.home(), service))) {
      return lines.map(line -> JsonMapper.shared().readTree(line)).toList();
    }
  }

  private static void level(String logger, String level) {
    for (ServiceName service : ServiceName.values()) {
      post(
          "http://127.0.0.1:" + SYSTEM.ports().management(service) + "/actuator/loggers/" + logger,
          "{\"configuredLevel\":" + level + "}");
    }
  }

  private static void post(String address, String json) {
    send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private static HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + request.uri().getHost(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
