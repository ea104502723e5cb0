package io.octroi.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = "io.octroi.platform",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("io.octroi.platform.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule what_is_shared_knows_nobody_who_shares_it =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..platform.process..",
              "..platform.http..",
              "..platform.store..",
              "..platform.provider..",
              "..platform.certificate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..platform.broker..",
              "..platform.database..",
              "..platform.telegram..",
              "..platform.smtp..",
              "..platform.stripe..",
              "..platform.secrets..",
              "..platform.paypal..",
              "..platform.hyperpay..",
              "..platform.wave..",
              "..platform.cinetpay..",
              "..platform.flutterwave..",
              "..platform.paystack..",
              "..platform.mtnmomo..",
              "..platform.orangemoney..",
              "..platform.twilio..",
              "..platform.sns..");

  @ArchTest
  static final ArchRule stand_ins_do_not_know_each_other =
      slices()
          .matching(
              "io.octroi.platform.(telegram|smtp|stripe|secrets|broker|database|paypal|hyperpay|wave|cinetpay"
                  + "|flutterwave|paystack|mtnmomo|orangemoney|twilio|sns)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule the_platform_is_plain_java =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.stripe..", "software.amazon..");

  @ArchTest
  static final ArchRule kafka_stays_in_the_broker =
      noClasses()
          .that()
          .resideOutsideOfPackage("..platform.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "kafka..");

  @ArchTest
  static final ArchRule postgresql_stays_in_the_database =
      noClasses()
          .that()
          .resideOutsideOfPackage("..platform.database..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.postgresql..", "io.zonky..", "java.sql..");

  @ArchTest
  static final ArchRule time_comes_from_a_clock_that_was_given =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule nothing_is_printed = noClasses().should().accessField(System.class, "out");

  private ArchitectureTest() {}
}
