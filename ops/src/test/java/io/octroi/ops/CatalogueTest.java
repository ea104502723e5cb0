package io.octroi.ops;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Timer;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  /** Few values each. Nobody, and no payment, event or account, is told apart by any of them. */
  private static final Set<String> TAGS =
      Set.of(
          "action",
          "cause",
          "condition",
          "endpoint",
          "group",
          "kind",
          "outcome",
          "provider",
          "reason",
          "secret_version",
          "setting",
          "state",
          "status",
          "step",
          "topic",
          "type");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages(
              "io.octroi.gateway",
              "io.octroi.messaging",
              "io.octroi.notifier",
              "io.octroi.operations",
              "io.octroi.payment",
              "io.octroi.subscription");

  @Test
  void the_page_says_what_the_code_says() {
    assertThat(Repository.committed(Repository.DOCS.resolve("metrics.md"), CataloguePage.text()))
        .isEqualTo(CataloguePage.text());
  }

  @Test
  void every_metric_is_explained_and_has_a_name_of_its_own() {
    assertThat(Catalogue.all()).extracting(Metric::metricName).doesNotHaveDuplicates();
    assertThat(Catalogue.all())
        .extracting(Metric::definition)
        .allSatisfy(metric -> {
          assertThat(metric.name()).matches("octroi(\\.[a-z_]+)+");
          assertThat(metric.meaning()).endsWith(".");
          assertThat(metric.whenItMoves()).isNotEmpty();
          assertThat(metric.labels()).extracting(Label::key).isSubsetOf(TAGS);
          assertThat(metric.buckets()).isSorted();
        });
  }

  @Test
  void every_enum_of_metrics_is_in_the_catalogue() {
    assertThat(
            CODE.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Metric.class))
                .map(type -> type.getName())
                .toList())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.all().stream().map(m -> m.getClass().getName()).distinct().toList());
  }

  @Test
  void every_metric_of_the_catalogue_is_measured_somewhere() {
    for (Metric metric : Catalogue.all()) {
      String constant = ((Enum<?>) metric).name();
      assertThat(
              CODE.get(metric.getClass()).getField(constant).getAccessesToSelf().stream()
                  .filter(access -> !access.getOriginOwner().isEquivalentTo(metric.getClass())))
          .as("uses of %s", metric.metricName())
          .isNotEmpty();
    }
  }

  @Test
  void nothing_is_measured_past_the_catalogue() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Metric.class.getName())
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Counter.class, Gauge.class, Timer.class, DistributionSummary.class)
        .orShould()
        .callMethod(MultiGauge.class, "builder", String.class)
        .orShould()
        .callMethodWhere(target(owner(assignableTo(MeterRegistry.class))))
        .check(CODE);
  }

  /** Where a tag's values are an enum of another package, that enum has the last word. */
  @ParameterizedTest
  @CsvSource({
    "octroi.payment.webhooks, outcome, io.octroi.payment.ledger.Outcome",
    "octroi.payment.inquiries, state, io.octroi.payment.confirmation.InquiryState",
    "octroi.subscription.removals.waiting, reason, io.octroi.subscription.removal.Obstacle"
  })
  void a_tag_has_the_values_that_its_enum_has(String metric, String tag, String type)
      throws ClassNotFoundException {
    List<String> values =
        Arrays.stream(Class.forName(type).getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList();
    assertThat(values(metric, tag)).containsExactlyElementsOf(values);
  }

  /** Where they are the cases of a sealed type, their names have it. */
  @ParameterizedTest
  @CsvSource({
    "octroi.notifier.telegram.updates, kind, io.octroi.notifier.callback.TelegramUpdate, ''",
    "octroi.notifier.membership.steps, outcome, io.octroi.notifier.membership.StepOutcome, ''",
    "octroi.notifier.membership.steps, step, io.octroi.notifier.membership.Step, Nothing",
    "octroi.subscription.events, type, io.octroi.contracts.SubscriptionEvent, ''",
    "octroi.payment.polls, outcome, io.octroi.payment.backfill.PollOutcome, NotDue"
  })
  void a_tag_has_the_values_that_its_cases_have(
      String metric, String tag, String type, String without) throws ClassNotFoundException {
    List<String> cases =
        Arrays.stream(Class.forName(type).getPermittedSubclasses())
            .map(Class::getSimpleName)
            .filter(name -> !name.equals(without))
            .toList();
    assertThat(values(metric, tag))
        .usingElementComparator(String::compareToIgnoreCase)
        .containsExactlyInAnyOrderElementsOf(cases);
  }

  private static List<String> values(String metric, String tag) {
    return Catalogue.all().stream()
        .filter(m -> m.metricName().equals(metric))
        .flatMap(m -> m.definition().labels().stream())
        .filter(label -> label.key().equals(tag))
        .findFirst()
        .orElseThrow()
        .values();
  }
}
