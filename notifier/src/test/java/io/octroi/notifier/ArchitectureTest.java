package io.octroi.notifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(
    packages = "io.octroi.notifier",
    importOptions = ImportOption.DoNotIncludeTests.class)
@SuppressWarnings("checkstyle:HideUtilityClassConstructor")
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("io.octroi.notifier.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule schedules_verdicts_and_plans_are_pure =
      noClasses()
          .that()
          .haveNameMatching(
              ".*\\.(RetrySchedule|StaleEffects|DeliveryOutcome|TelegramRefusal|TelegramAnswers"
                  + "|TelegramOutcomes|SmsText|SmsRefusal|SmsStatus|TwilioAnswers?|TwilioReceipt|SmtpReplies|SesFeedback|Handover|MailAddress|NotificationPlanner|PaymentPlanner|PaymentNews|PaymentState|ToldContact|Known|Telling|Newest"
                  + "|Incoming|Desire|Standing|Situation|Step|StepOutcome|LinkDecision|TelegramUpdates?|PlanChats|Notification"
                  + "|KeyHolder|SubscriptionState|Masks|Language)(\\$.*)?")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.springframework..",
                  "java.sql..",
                  "javax.sql..",
                  "org.apache.kafka..",
                  "jakarta.mail..",
                  "java.net.http.."))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);

  @ArchTest
  static final ArchRule the_clock_is_always_the_injected_one =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields =
      noFields().should().beAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule only_channels_speak_to_the_outside =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.octroi.notifier.mail", "io.octroi.notifier.sms", "io.octroi.notifier.telegram")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "jakarta.mail..",
                  "org.springframework.mail..",
                  "java.net.http..",
                  "org.springframework.web.client.."));

  @ArchTest
  static final ArchRule addresses_are_read_in_few_places =
      classes()
          .that()
          .resideInAPackage("io.octroi.notifier.contact")
          .should()
          .onlyBeAccessed()
          .byAnyPackage(
              "io.octroi.notifier.contact",
              "io.octroi.notifier.delivery",
              "io.octroi.notifier.intake",
              "io.octroi.notifier.mail",
              "io.octroi.notifier.operations");
}
