package io.octroi.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(
    packages = "io.octroi.contracts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsArchitectureTest {
  private static final Set<String> CLOCK_READINGS =
      Set.of(
          "java.time.Instant.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalDate.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime");

  // A list of what is allowed says more than a list of what is not: no Spring, no database, no
  // Jackson 2 beyond its annotations, no other module.
  @ArchTest
  static final ArchRule the_words_need_no_spring_and_no_database =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.octroi.contracts..",
              "java.lang..",
              "java.math..",
              "java.net..",
              "java.nio.charset..",
              "java.security..",
              "java.text..",
              "java.time..",
              "java.util..",
              "io.cloudevents..",
              "com.ethlo.time..",
              "org.apache.kafka.clients..",
              "org.apache.kafka.common..",
              "com.fasterxml.jackson.annotation..",
              "tools.jackson..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule nobody_reads_a_clock =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.<JavaMethodCall>describe(
                  "it reads a clock",
                  call ->
                      CLOCK_READINGS.contains(
                          call.getTargetOwner().getName() + "." + call.getName())));

  @ArchTest
  static final ArchRule nobody_writes_to_the_console =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  void money_is_never_a_floating_point_number(JavaClasses classes) {
    noFields()
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .check(classes);
  }
}
