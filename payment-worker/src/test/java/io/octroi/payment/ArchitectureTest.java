package io.octroi.payment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

@AnalyzeClasses(packages = "io.octroi.payment", importOptions = DoNotIncludeTests.class)
// ArchUnit makes an instance of it.
@SuppressWarnings("checkstyle:HideUtilityClassConstructor")
class ArchitectureTest {
  /**
   * What reads and writes rows or wires the application; everything else in its package is pure.
   */
  private static final Set<String> SHELL =
      Set.of(
          "Identities",
          "Agreements",
          "References",
          "Payments",
          "PaymentRows",
          "EvidenceRows",
          "Repairs",
          "StripeConfiguration",
          "CinetPayConfiguration",
          "FlutterwaveConfiguration",
          "HyperPayConfiguration",
          "MtnMomoConfiguration",
          "OrangeMoneyConfiguration",
          "PayPalConfiguration",
          "PaystackConfiguration",
          "WaveConfiguration",
          "TranslationProperties",
          "PhoneProperties");

  private static final DescribedPredicate<JavaClass> CORE =
      DescribedPredicate.describe(
          "are the pure core",
          type ->
              resideInAnyPackage(
                          "io.octroi.payment.customer",
                          "io.octroi.payment.agreement",
                          "io.octroi.payment.payment",
                          "io.octroi.payment.translation",
                          "io.octroi.payment.stripe",
                          "io.octroi.payment.cinetpay",
                          "io.octroi.payment.flutterwave",
                          "io.octroi.payment.hyperpay",
                          "io.octroi.payment.mtnmomo",
                          "io.octroi.payment.orangemoney",
                          "io.octroi.payment.paypal",
                          "io.octroi.payment.paystack",
                          "io.octroi.payment.wave")
                      .test(type)
                  && !SHELL.contains(type.getName().replaceAll("^.*\\.|\\$.*$", "")));

  @ArchTest
  static final ArchRule the_core_knows_no_framework_no_database_and_no_clock =
      noClasses()
          .that(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "java.sql..",
              "javax.sql..",
              "jakarta..",
              "org.slf4j..",
              "io.micrometer..",
              "io.octroi.messaging..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule only_its_own_package_speaks_stripe =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.octroi.payment.stripe")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.octroi.payment.stripe");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("io.octroi.payment.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule entities_are_for_operators_only =
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .resideInAPackage("io.octroi.payment.operations");

  @ArchTest
  static final ArchRule nobody_asks_the_machine_for_the_time =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nobody_formats_in_the_machine_s_locale =
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
  static final ArchRule nothing_is_injected_into_fields =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule nothing_is_printed =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
