package io.octroi.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.octroi.gateway.scheme.WebhookScheme;
import java.net.URI;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "io.octroi.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** The package that all schemes share, and every package with a scheme in it. */
  private static final DescribedPredicate<JavaClass> OF_A_SCHEME =
      DescribedPredicate.describe(
          "are in the package of a scheme",
          type ->
              type.getPackage().getClasses().stream()
                  .anyMatch(other -> other.isAssignableTo(WebhookScheme.class)));

  private static final DescribedPredicate<JavaClass> SHARED =
      resideInAPackage("io.octroi.gateway.scheme");

  private static final DescribedPredicate<JavaClass> WIRING =
      simpleNameEndingWith("Configuration").or(simpleNameEndingWith("Properties"));

  /**
   * A verdict depends on the request, the secrets and the time it is given, and on nothing else.
   */
  @ArchTest
  final ArchRule schemes_are_pure =
      classes()
          .that(OF_A_SCHEME)
          .and(not(WIRING))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java.lang..",
                      "java.io",
                      "java.util..",
                      "java.nio..",
                      "java.time..",
                      "java.security..",
                      "javax.crypto..",
                      "io.octroi.gateway.certificate..",
                      "io.octroi.contracts..",
                      "tools.jackson..",
                      "org.jspecify..")
                  .or(OF_A_SCHEME)
                  .or(type(URI.class))
                  .or(resideInAPackage("")));

  /** What a scheme needs of the network it asks a source for, which others can stand in for. */
  @ArchTest
  final ArchRule only_one_class_calls_out =
      noClasses()
          .that()
          .doNotHaveSimpleName("HttpCertificateSource")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  final ArchRule nobody_asks_the_machine_for_the_time =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  final ArchRule nobody_formats_in_the_machine_s_locale =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase");

  @ArchTest
  final ArchRule packages_have_no_cycles =
      slices().matching("io.octroi.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  final ArchRule nobody_knows_which_schemes_there_are =
      slices()
          .matching("io.octroi.gateway.(*)..")
          .as("features")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(DescribedPredicate.alwaysTrue(), not(OF_A_SCHEME).or(SHARED));

  @ArchTest
  final ArchRule nothing_touches_a_database =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

  @ArchTest
  final ArchRule nothing_is_injected_into_fields =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  final ArchRule nothing_is_printed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  final ArchRule settings_are_records_and_not_single_values =
      noClasses().should().dependOnClassesThat().areAssignableTo(Value.class);
}
