package io.octroi.vectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(
    packages = "io.octroi.vectors",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** The verdict is the gateway's: nobody here looks into a scheme, a secret or a signature. */
  @ArchTest
  final ArchRule schemes_are_asked_over_http_only =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.octroi.gateway.scheme..", "javax.crypto..");

  @ArchTest
  final ArchRule packages_have_no_cycles =
      slices().matching("io.octroi.vectors.(*)..").should().beFreeOfCycles();

  @ArchTest
  final ArchRule time_comes_from_a_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
