package io.octroi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Topics;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WatermarkEvent.WatermarkAdvanced;
import io.octroi.contracts.WebhookCodec;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiTest {
  private static final Path API = Repository.DOCS.resolve("api");
  private static final Pattern REFERENCE = Pattern.compile("\\$ref: ['\"]?([^'\"\\n]+)");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @EnumSource
  void every_operation_of_a_service_is_on_its_page_and_nothing_else(Surface surface) {
    String wanted = new OpenApiPage(surface, summaries(surface)).yaml();
    assertThat(Repository.committed(API.resolve(surface.serviceName() + ".yaml"), wanted))
        .isEqualTo(wanted);
    resolves(API.resolve(surface.serviceName() + ".yaml"));
  }

  @ParameterizedTest
  @EnumSource
  void every_operation_says_what_it_does(Surface surface) {
    assertThat(summaries(surface).keySet())
        .containsExactlyInAnyOrderElementsOf(
            surface.operations().stream().map(Operation::name).toList());
    assertThat(summaries(surface).values()).noneMatch(String::isBlank);
    assertThat(surface.operations()).extracting(Operation::id).doesNotHaveDuplicates();
  }

  @Test
  void every_topic_event_and_header_is_on_the_page_and_nothing_else() {
    String wanted = AsyncApiPage.yaml();
    assertThat(Repository.committed(API.resolve("topics.yaml"), wanted)).isEqualTo(wanted);
    resolves(API.resolve("topics.yaml"));
  }

  @Test
  void events_have_the_headers_that_the_page_says() {
    EventEnvelope event =
        new EventEnvelope(
            UUID.randomUUID(),
            "/payment-worker",
            new WatermarkAdvanced(NOW, "stripe", "stripe", NOW));
    assertThat(headers(EventCodec.toRecord(event)))
        .containsExactlyInAnyOrderElementsOf(without(Headers.names(Headers.EVENT)));
  }

  @Test
  void webhooks_have_the_headers_that_the_page_says() {
    VerifiedWebhook webhook =
        new VerifiedWebhook(
            "stripe",
            "stripe",
            "evt_1",
            "charge.succeeded",
            "pi_1",
            NOW,
            NOW,
            new Provenance(Trust.SIGNED, "v1", Origin.WEBHOOK, "00"),
            new byte[0]);
    assertThat(headers(WebhookCodec.toRecord(webhook)))
        .containsExactlyInAnyOrderElementsOf(without(Headers.names(Headers.WEBHOOK)));
  }

  @Test
  void dead_letters_and_sealed_requests_have_the_headers_that_the_page_says() throws Exception {
    assertThat(constants("io.octroi.messaging.deadletter.DeadLetterHeaders"))
        .filteredOn(name -> !name.equals("dlt_"))
        .containsExactlyInAnyOrderElementsOf(Headers.names(Headers.DEAD_LETTER));
    assertThat(constants("io.octroi.gateway.quarantine.SealedRecords"))
        .containsExactlyInAnyOrderElementsOf(Headers.names(Headers.SEALED));
  }

  @ParameterizedTest
  @CsvSource({
    "webhooks.v1, io.octroi.payment.intake.IntakeConfiguration",
    "payments.v1, io.octroi.subscription.intake.PaymentIntake",
    "payments.v1, io.octroi.notifier.intake.SubscriptionsHandler",
    "watermarks.v1, io.octroi.subscription.watermark.WatermarkConfiguration",
    "subscriptions.v1, io.octroi.notifier.intake.SubscriptionsHandler",
    "callbacks.v1, io.octroi.notifier.callback.CallbacksHandler"
  })
  void a_topic_is_read_by_whom_the_page_says(String topic, String reader) throws Exception {
    Field group = Class.forName(reader).getDeclaredField("GROUP");
    group.setAccessible(true);
    assertThat(AsyncApiPage.READERS.get(topic)).contains((String) group.get(null));
    assertThat(Topics.all()).contains(topic);
  }

  private static List<String> constants(String type) throws Exception {
    List<String> values = new ArrayList<>();
    for (Field field : Class.forName(type).getDeclaredFields()) {
      if (field.getType() == String.class) {
        field.setAccessible(true);
        values.add(String.valueOf(field.get(null)));
      }
    }
    return values;
  }

  private static List<String> headers(ProducerRecord<String, byte[]> message) {
    return Arrays.stream(message.headers().toArray()).map(Header::key).toList();
  }

  /** Without what is added by whoever publishes a record, once or again. */
  private static List<String> without(List<String> names) {
    return names.stream().filter(name -> !name.matches("traceparent|octroi-.*")).toList();
  }

  private static Map<String, String> summaries(Surface surface) {
    Map<String, Object> all =
        Yamls.read(Repository.read(Path.of("src/test/resources/summaries.yaml")));
    @SuppressWarnings("unchecked")
    Map<String, String> own =
        (Map<String, String>) all.getOrDefault(surface.serviceName(), Map.of());
    return own;
  }

  /** Each reference leads to something on the page, or to a file beside it. */
  private static void resolves(Path page) {
    Map<String, Object> tree = Yamls.read(Repository.read(page));
    REFERENCE
        .matcher(Repository.read(page))
        .results()
        .map((MatchResult reference) -> reference.group(1))
        .distinct()
        .forEach(reference -> {
          if (reference.startsWith("#/")) {
            assertThat(at(tree, reference.substring(2))).as(reference).isInstanceOf(Map.class);
          } else {
            assertThat(page.resolveSibling(reference)).isRegularFile();
          }
        });
  }

  private static Object at(Map<String, Object> tree, String pointer) {
    Object place = tree;
    for (String key : pointer.split("/", -1)) {
      place = place instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return place == null ? "" : place;
  }
}
