package io.octroi.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.octroi.faults", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** What is audited is not asked how it counts. */
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
}
