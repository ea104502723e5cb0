package io.octroi.subscription;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;

@AnalyzeClasses(packages = "io.octroi.subscription", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Values in, values out: plain Java, the words on the wire, and one another. */
  private static final String[] PURE = {
    "java.lang..",
    "java.util..",
    "java.time..",
    "org.jspecify..",
    "io.octroi.contracts..",
    "io.octroi.subscription.period..",
    "io.octroi.subscription.plan..",
    "io.octroi.subscription.subscription.."
  };

  @ArchTest
  static final ArchRule the_fold_is_pure =
      classes()
          .that()
          .resideInAPackage("io.octroi.subscription.period..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify..",
              "io.octroi.subscription.period..");

  @ArchTest
  static final ArchRule what_a_change_means_is_decided_without_database_and_clock =
      classes()
          .that(simpleName("Assessment"))
          .or(simpleName("Subscription"))
          .or(simpleName("Outcome"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(PURE);

  @ArchTest
  static final ArchRule the_assessment_reads_no_clock =
      noClasses()
          .that(simpleName("Assessment"))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock");

  @ArchTest
  static final ArchRule plans_know_nothing_but_payments_statuses =
      classes()
          .that(simpleName("Plan"))
          .or(simpleName("Plans"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(PURE);

  @ArchTest
  static final ArchRule nobody_asks_the_machine_for_the_time =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("io.octroi.subscription.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule operators_only_look =
      noClasses()
          .that()
          .resideInAPackage("io.octroi.subscription.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.octroi.subscription.subscription..",
              "io.octroi.subscription.due..",
              "io.octroi.subscription.intake..",
              "org.springframework.jdbc..");

  @ArchTest
  static final ArchRule the_batch_path_knows_no_entity_manager =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.octroi.subscription.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.springframework.data..");

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  void nothing_is_printed(JavaClasses classes) {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
  }
}
