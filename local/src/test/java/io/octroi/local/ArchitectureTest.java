package io.octroi.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.octroi.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** The launcher sees the services from outside only: processes, HTTP, Kafka, SQL. */
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
              "io.octroi.messaging..",
              "org.springframework..");

  @ArchTest
  final ArchRule time_comes_from_a_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
