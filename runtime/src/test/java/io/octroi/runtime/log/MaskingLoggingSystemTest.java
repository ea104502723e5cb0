package io.octroi.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that logs as a service does. */
@ExtendWith(OutputCaptureExtension.class)
class MaskingLoggingSystemTest {
  private static final String NAME = "Aïssata Ñdiaye";
  private static final String MAIL = "awa.n@example.com";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}

  @Test
  void a_line_for_machines_is_a_document_of_the_elastic_common_schema(CapturedOutput output) {
    run("logging.structured.format.console=ecs");

    List<JsonNode> lines = lines(output);
    JsonNode ours = line(lines, "A webhook came again");
    assertThat(ours.at("/service/name").asString()).isEqualTo("gateway");
    assertThat(ours.at("/service/version").asString()).isEqualTo("1.2.3");
    assertThat(ours.at("/service/environment").asString()).isEqualTo("production");
    assertThat(ours.at("/trace/id").asString()).isEqualTo(TRACE);
    assertThat(ours.at("/span/id").asString()).isEqualTo("b7ad6b7169203331");
    assertThat(ours.at("/octroi/endpoint").asString()).isEqualTo("stripe");
    assertThat(ours.at("/octroi/event_id").asString()).isEqualTo("[masked]");
    assertThat(ours.at("/octroi/customer").asString()).isEqualTo("[masked]");
    assertThat(ours.at("/octroi/traceId").isMissingNode()).isTrue();
    JsonNode thrown = line(lines, "It broke");
    assertThat(thrown.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(thrown.at("/error/message").asString())
        .isEqualTo("Detail: Key (email)=([masked]) already exists.");
    assertThat(thrown.at("/error/stack_trace").asString())
        .contains("MaskingLoggingSystemTest", "Caused by: java.lang.IllegalArgumentException");
    assertNobodyIn(output);
  }

  @Test
  void a_line_for_people_holds_the_same_and_no_more(CapturedOutput output) {
    run("logging.level.root=trace");

    assertThat(output)
        .contains("A webhook came again endpoint=\"stripe\" event_id=\"[masked]\"")
        .contains("[" + TRACE + "]")
        .contains("A base class read [masked]")
        .contains("user [masked] with value {mail=[masked]} not found")
        .contains("java.lang.IllegalStateException: Detail: Key (email)=([masked])");
    assertNobodyIn(output);
  }

  @Test
  void an_exception_that_ends_a_thread_is_masked_too(CapturedOutput output) throws Exception {
    Thread thread;
    try (ConfigurableApplicationContext _ = start()) {
      thread =
          Thread.ofPlatform()
              .start(() -> {
                throw new IllegalStateException("of " + NAME);
              });
      thread.join();
    }

    assertThat(output).contains("A thread ended with an exception").contains("of [masked]");
    assertNobodyIn(output);
  }

  @Test
  void the_name_of_a_secret_can_be_told() {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty("octroi.secrets.from.spring.mail.password", "qorvel/zumtak#pelk");

    Vocabulary vocabulary = Vocabulary.with(MaskingLoggingSystem.words(settings));

    assertThat(Prose.masked("there is no qorvel/zumtak, nor femqua", vocabulary))
        .isEqualTo("there is no qorvel/zumtak, nor [masked]");
  }

  @Test
  void what_prints_stack_traces_past_the_mask_is_refused() {
    assertThatThrownBy(() -> start("logging.structured.json.stacktrace.max-length=100"))
        .hasMessageContaining("logging.structured.json.stacktrace");
  }

  /** What the tests that run in the same process after these find. */
  @AfterAll
  static void forget() {
    LoggingSystem.get(MaskingLoggingSystemTest.class.getClassLoader()).cleanUp();
  }

  @BeforeAll
  static void the_loggers_are_not_set_up_yet() {
    LoggingSystem.get(MaskingLoggingSystemTest.class.getClassLoader()).cleanUp();
  }

  private static void run(String... properties) {
    try (ConfigurableApplicationContext _ = start(properties)) {
      MDC.put("traceId", TRACE);
      MDC.put("spanId", "b7ad6b7169203331");
      MDC.put("user", NAME);
      LoggerFactory.getLogger("io.octroi.gateway.Intake")
          .atInfo()
          .addKeyValue("endpoint", "stripe")
          .addKeyValue("event_id", MAIL)
          .addKeyValue("customer", NAME)
          .addKeyValue(NAME, NAME)
          .addKeyValue("customer", MAIL)
          .log("A webhook came again");
      LoggerFactory.getLogger("io.octroi.gateway.Intake").info("for {}", MAIL);
      LoggerFactory.getLogger("org.example.Library")
          .warn("user {} with value {} not found", NAME, Map.of("mail", MAIL));
      LogFactory.getLog("io.octroi.gateway.Intake").warn("A base class read " + MAIL);
      LoggerFactory.getLogger("org.example.Library").debug("read '" + NAME + "' of " + MAIL);
      LoggerFactory.getLogger("io.octroi.gateway.Intake").error("It broke", broken());
    } finally {
      MDC.clear();
    }
  }

  private static Exception broken() {
    Exception exception =
        new IllegalStateException(
            "Detail: Key (email)=(" + MAIL + ") already exists.",
            new IllegalArgumentException("Unrecognized token '" + NAME + "'"));
    exception.addSuppressed(new IllegalArgumentException(MAIL));
    return exception;
  }

  private static ConfigurableApplicationContext start(String... properties) {
    LoggingSystem.get(MaskingLoggingSystemTest.class.getClassLoader()).cleanUp();
    // Kept by Spring Boot for whoever configures Logback by hand.
    System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    return new SpringApplicationBuilder(Nothing.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run(
            Stream.concat(
                    Stream.of(
                        "spring.config.import=classpath:octroi-logging.yaml",
                        "spring.application.name=gateway",
                        "spring.application.version=1.2.3",
                        "OCTROI_ENVIRONMENT=production"),
                    Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new));
  }

  private static void assertNobodyIn(CapturedOutput output) {
    assertThat(output.getAll())
        .doesNotContain("Aïssata", "Ñdiaye", "awa.n", "example.com")
        .doesNotContain("A\\u00EFssata");
  }

  private static List<JsonNode> lines(CapturedOutput output) {
    return output
        .getOut()
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  private static JsonNode line(List<JsonNode> lines, String message) {
    return lines.stream()
        .filter(line -> line.path("message").asString().equals(message))
        .findFirst()
        .orElseThrow();
  }
}
