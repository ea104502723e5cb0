package io.octroi.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;

@AnalyzeClasses(packages = "io.octroi.operations", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** The gateway has none. */
  @ArchTest
  final ArchRule access_works_without_a_database =
      noClasses()
          .that()
          .resideInAnyPackage("io.octroi.operations.access", "io.octroi.operations.answer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..");

  @ArchTest
  final ArchRule packages_have_no_cycles =
      slices().matching("io.octroi.operations.(*)..").should().beFreeOfCycles();

  @ArchTest
  final ArchRule time_comes_from_a_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  final ArchRule nothing_is_injected_into_fields =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
