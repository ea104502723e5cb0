package io.octroi.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.octroi.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** What is measured is measured from outside. */
  @ArchTest
  final ArchRule the_services_are_black_boxes =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.octroi.gateway..",
              "io.octroi.payment..",
              "io.octroi.subscription..",
              "io.octroi.notifier..",
              "io.octroi.messaging..");

  /** A baseline must not be posted to by another client than the product. */
  @ArchTest
  final ArchRule load_knows_nothing_of_what_it_is_sent_to =
      noClasses()
          .that()
          .resideInAnyPackage("io.octroi.bench.load..", "io.octroi.bench.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.octroi.bench.subject..", "io.octroi.bench.scenario..");
}
