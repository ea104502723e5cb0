package io.octroi.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.Contact;
import io.octroi.notifier.NotifierContext;
import io.octroi.notifier.NotifierMetric;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.smtp.MailFault;
import io.octroi.platform.smtp.ReceivedMail;
import io.octroi.platform.smtp.SmtpReply;
import io.octroi.platform.telegram.TelegramFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DeliveryIT extends NotifierContext {
  @Autowired private DeliveryLeases leases;
  @Autowired private DeliveryResults results;
  @Autowired private DeliveryWorker worker;
  @Autowired private DeliveryProperties properties;
  @Autowired private Wakeup wakeup;
  @Autowired private MeterRegistry meters;

  @Test
  void a_refusal_for_now_is_tried_again_and_succeeds() throws Exception {
    EventExamples member = reminded();
    MAIL.fail(refuse(member, 451));
    sendAll();
    assertThat(deliveries(member)).containsExactly("email:due:smtp_451");
    assertThat(mailsTo(member)).isEmpty();

    advance(Duration.ofSeconds(3));
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:sent:");
    assertThat(mailsTo(member)).hasSize(1);
    assertThat(attempts(member)).containsExactly("1 retry_later smtp_451", "2 sent ");
  }

  @Test
  void a_permanent_refusal_is_told_once_and_not_tried_again(CapturedOutput output)
      throws Exception {
    EventExamples member = reminded();
    MAIL.fail(refuse(member, 550));
    double before = failed();

    sendAll();
    advance(Duration.ofHours(1));
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:failed:smtp_550");
    assertThat(attempts(member)).containsExactly("1 refused smtp_550");
    assertThat(failed() - before).isEqualTo(1.0);
    assertThat(output.toString().lines().filter(l -> l.contains("a delivery failed for good")))
        .hasSize(1);
    assertThat(output).doesNotContain(email(member));
  }

  @Test
  void an_address_that_smuggles_a_header_is_refused() throws Exception {
    EventExamples member =
        member("plain").with(new Contact("a@example.com\r\nBcc: b@example.com", "fr", null));

    publish(member.reminder(1, inDays(2)));
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:failed:address_invalid");
  }

  @Test
  void telegrams_wait_is_kept_and_holds_the_whole_chat() throws Exception {
    EventExamples first = member("signaux");
    EventExamples second = member("signaux");
    TELEGRAM.fail(
        "createChatInviteLink", 1, new TelegramFault.TooManyRequests(Duration.ofSeconds(14)));
    publish(first.activated(1, payment(), inDays(30)));
    sendAll();

    publish(second.activated(1, payment(), inDays(30)));
    advance(Duration.ofSeconds(13));
    sendAll();
    assertThat(linksOf(first)).isEmpty();
    assertThat(linksOf(second)).isEmpty();

    advance(Duration.ofSeconds(1));
    sendAll();
    assertThat(linksOf(first)).hasSize(1);
    assertThat(linksOf(second)).hasSize(1);
  }

  @Test
  void a_mail_that_was_sent_and_not_recorded_is_the_same_mail_when_it_is_sent_again()
      throws Exception {
    EventExamples member = reminded();
    MAIL.fail(MailFault.drop(MailFault.Stage.ACCEPTED, email(member), 1));

    sendAll();
    advance(Duration.ofSeconds(3));
    sendAll();

    List<ReceivedMail> mails = mailsTo(member);
    assertThat(mails).hasSize(2);
    assertThat(mails.get(0).messageId()).isNotEmpty().isEqualTo(mails.get(1).messageId());
    assertThat(deliveries(member)).containsExactly("email:sent:");
  }

  @Test
  void a_dead_workers_delivery_is_taken_over_when_its_lease_ends() throws Exception {
    EventExamples member = reminded();
    Delivery taken = claimed(member);
    sendAll();
    assertThat(deliveries(member)).containsExactly("email:sending:");

    advance(properties.lease());
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:sent:");
    assertThat(attempts(member)).containsExactly("1  ", "2 sent ");
    assertThat(taken.attempt()).isEqualTo(1);
  }

  @Test
  void a_clock_that_jumps_does_not_make_a_worker_take_its_own_delivery_again() {
    EventExamples member = reminded();
    Delivery taken = claimed(member);
    advance(properties.lease());

    assertThat(leases.claim(1000, Set.of(taken.id())))
        .extracting(Delivery::id)
        .doesNotContain(taken.id());
    assertThat(claimed(member).leaseToken()).isNotEqualTo(taken.leaseToken());
  }

  @Test
  void a_result_that_comes_after_the_lease_changes_nothing() throws Exception {
    EventExamples member = reminded();
    Delivery late = claimed(member);
    advance(properties.lease());
    sendAll();

    DeliveryResults.Recorded recorded =
        results.record(late, new DeliveryOutcome.Refused("smtp_550"), CLOCK.instant());

    assertThat(recorded).isEqualTo(new DeliveryResults.Recorded.Late());
    assertThat(deliveries(member)).containsExactly("email:sent:");
    assertThat(attempts(member)).containsExactly("1 refused smtp_550 late", "2 sent ");
  }

  @Test
  void a_late_result_does_not_release_the_one_who_took_over() {
    EventExamples member = reminded();
    Delivery late = claimed(member);
    advance(properties.lease());
    Delivery current = claimed(member);

    results.record(late, DeliveryOutcome.RetryLater.unavailable("x"), CLOCK.instant());
    assertThat(deliveries(member)).containsExactly("email:sending:");

    results.record(current, DeliveryOutcome.Sent.as("id"), CLOCK.instant());
    assertThat(deliveries(member)).containsExactly("email:sent:");
  }

  @Test
  void a_worker_that_sends_twice_is_caught_by_the_message_id() throws Exception {
    EventExamples member = reminded();
    Delivery first = claimed(member);
    advance(properties.lease());
    Delivery second = claimed(member);

    worker.deliver(first);
    worker.deliver(second);

    assertThat(mailsTo(member).stream().map(ReceivedMail::messageId).distinct()).hasSize(1);
    assertThat(attempts(member)).containsExactly("1 sent  late", "2 sent ");
  }

  @Test
  void many_workers_never_take_the_same_delivery() throws Exception {
    for (int i = 0; i < 12; i++) {
      reminded();
    }
    List<Callable<List<UUID>>> claims =
        Collections.nCopies(6, () -> leases.claim(3, Set.of()).stream().map(Delivery::id).toList());

    List<UUID> taken;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      taken =
          threads.invokeAll(claims).stream().map(Future::resultNow).flatMap(List::stream).toList();
    }

    assertThat(taken).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
    advance(properties.lease());
    sendAll();
  }

  @Test
  void an_outage_is_retried_for_days_and_then_reported() throws Exception {
    EventExamples member = reminded(20);
    MAIL.fail(MailFault.drop(MailFault.Stage.DATA, email(member), 1000));
    Instant end = CLOCK.instant().plus(properties.maxAge()).plus(Duration.ofHours(1));
    while (CLOCK.instant().isBefore(end)) {
      sendAll();
      advance(Duration.ofMinutes(30));
    }

    assertThat(deliveries(member)).containsExactly("email:failed:too_old:smtp_connection_lost");
    assertThat(attempts(member).size()).isGreaterThan(properties.maxAttempts());
  }

  @Test
  void the_token_is_in_no_log(CapturedOutput output) throws Exception {
    EventExamples member = member("signaux");
    TELEGRAM.fail("createChatInviteLink", 1, new TelegramFault.HangUp());

    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    assertThat(deliveries(member)).contains("telegram.invitation:due:telegram_unreachable");
    assertThat(output).contains("telegram_unreachable").doesNotContain("AAsecret");
  }

  @Test
  void the_pump_sends_what_is_taken_in() {
    EventExamples member = member("signaux");
    DeliveryPump pump = new DeliveryPump(dispatcher, wakeup, properties);
    pump.start();
    try {
      publish(member.activated(1, payment(), inDays(30)));

      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> deliveries(member).equals(List.of("email:sent:", "telegram.invitation:sent:")));
    } finally {
      pump.stop();
    }
    assertThat(mailsTo(member)).hasSize(1);
  }

  private EventExamples reminded() {
    return reminded(2);
  }

  private EventExamples reminded(int days) {
    EventExamples someone = member("plain");
    EventExamples member = someone.with(new Contact(email(someone), "fr", null));
    publish(member.reminder(1, inDays(days)));
    return member;
  }

  /** As a worker of another process would take it. */
  private Delivery claimed(EventExamples member) {
    return leases.claim(1000, Set.of()).stream()
        .filter(delivery -> customerOf(delivery).equals(member.customerId()))
        .findFirst()
        .orElseThrow();
  }

  private String customerOf(Delivery delivery) {
    return texts("select customer_id from deliveries where id = ?", delivery.id()).getFirst();
  }

  private List<String> attempts(EventExamples member) {
    return texts(
        "select attempt || ' ' || outcome || ' ' || a.code || case when late then ' late' else '' end"
            + " from delivery_attempts a join deliveries d on d.id = a.delivery_id"
            + " where d.customer_id = ? order by attempt",
        member.customerId());
  }

  private double failed() {
    return meters
        .find(NotifierMetric.DELIVERIES_SETTLED.metricName())
        .tag("status", "failed")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static MailFault refuse(EventExamples member, int code) {
    return MailFault.refuse(MailFault.Stage.RECIPIENT, email(member), new SmtpReply(code, "no"), 1);
  }
}
