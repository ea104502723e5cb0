package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.PaymentEvent;
import io.octroi.contracts.PaymentEvent.OfPayment;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.notifier.intake.PaymentExamples;
import io.octroi.platform.smtp.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of payments that did not simply succeed. */
class PaymentMailsIT extends NotifierContext {
  private static final Duration SETTLED = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(61);

  @Test
  void a_refund_is_told_once_with_its_total_however_often_it_is_heard_of() throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);
    publish(member.activated(1, payment.paymentId(), inDays(30)));
    PaymentEvent refunded = payment.refunded(2, 4_000);

    publish(refunded, refunded, payment.amended((OfPayment) refunded));
    advance(SETTLED);
    sendAll();

    assertThat(notifications(member)).containsExactlyInAnyOrder("activation-confirmed", "refund");
    assertThat(textOf(member, "Votre remboursement pour plain-monthly"))
        .contains("4 000".replace(' ', '\u202f'))
        .contains("est ouvert jusqu’au");
  }

  @Test
  void the_last_mail_of_several_refunds_tells_the_final_total() throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);

    publish(payment.refunded(2, 1_000));
    publish(payment.refunded(3, 10_000));
    advance(SETTLED);
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:dropped:refund_changed", "email:sent:");
    assertThat(mailsTo(member))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("en totalité"));
  }

  @Test
  void a_refund_heard_before_its_payment_is_told_with_the_address_that_came_along()
      throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);

    publish(payment.refunded(2, 10_000));
    publish(payment.succeeded(1));
    advance(SETTLED);
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:sent:");
    assertThat(mailsTo(member).getFirst().text()).contains("pas d’accès");
  }

  @Test
  void a_failure_that_nothing_made_up_for_is_told_once_and_after_the_patience() throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);

    publish(payment.failed(1), payment.failed(2));
    sendAll();
    assertThat(mailsTo(member)).isEmpty();
    advance(PATIENCE);
    sendAll();

    assertThat(notifications(member)).containsExactly("payment-failed");
    assertThat(subjects(member))
        .containsExactly("Votre paiement pour plain-monthly n’a pas abouti");
  }

  @Test
  void a_failure_before_a_success_is_never_told_nor_one_after_it() throws Exception {
    EventExamples before = newcomer("plain");
    EventExamples after = newcomer("plain");
    PaymentExamples failedFirst = paymentOf(before);
    PaymentExamples paidFirst = paymentOf(after);

    publish(failedFirst.failed(1));
    publish(failedFirst.succeeded(2));
    publish(paidFirst.succeeded(2));
    publish(paidFirst.failed(1));
    advance(PATIENCE);
    sendAll();

    assertThat(deliveries(before)).containsExactly("email:dropped:no_longer_failed");
    assertThat(notifications(after)).isEmpty();
    assertThat(mailsTo(before)).isEmpty();
    assertThat(mailsTo(after)).isEmpty();
  }

  @Test
  void a_failure_that_another_payment_made_up_for_is_not_told() throws Exception {
    EventExamples member = newcomer("plain");

    publish(paymentOf(member).failed(1));
    publish(paymentOf(member).at(CLOCK.instant().plusSeconds(60)).succeeded(1));
    advance(PATIENCE);
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:dropped:paid_since");
  }

  @Test
  void a_dispute_is_told_with_what_it_means_for_access_and_how_it_ends() throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);
    publish(member.activated(1, payment.paymentId(), inDays(30)));

    publish(payment.disputed(2));
    publish(member.reversed(2, inDays(30)));
    advance(SETTLED);
    sendAll();
    publish(payment.won(3));
    publish(member.activated(3, payment.paymentId(), inDays(30)));
    advance(SETTLED);
    sendAll();

    assertThat(notifications(member)).contains("dispute-opened", "dispute-won");
    assertThat(textOf(member, "est contesté")).contains("votre accès à plain-monthly est fermé");
    assertThat(textOf(member, "est maintenu")).contains("est ouvert jusqu’au");
  }

  @Test
  void a_lost_dispute_that_is_heard_of_first_leaves_nothing_to_say_of_its_opening()
      throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);

    publish(payment.disputed(2));
    publish(payment.lost(3));
    advance(SETTLED);
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:dropped:dispute_over", "email:sent:");
    assertThat(subjects(member))
        .containsExactly("Votre paiement contesté pour plain-monthly vous a été rendu");
  }

  @Test
  void what_happened_too_long_ago_is_noted_and_not_sent() throws Exception {
    EventExamples member = newcomer("plain");

    publish(paymentOf(member).at(CLOCK.instant().minus(Duration.ofDays(3))).failed(1));
    advance(PATIENCE);
    sendAll();

    assertThat(notifications(member)).containsExactly("payment-failed");
    assertThat(deliveries(member)).containsExactly("email:dropped:too_old");
  }

  @Test
  void without_an_address_a_refund_waits_for_one() throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);

    publish(without(payment).refunded(2, 10_000));
    assertThat(deliveries(member)).containsExactly("email:waiting_contact:");
    publish(payment.refunded(3, 10_000));
    advance(SETTLED);
    sendAll();

    assertThat(mailsTo(member)).hasSize(1);
  }

  @Test
  void an_address_that_comes_with_an_older_word_than_the_refund_lets_it_out() throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);

    publish(without(payment).refunded(2, 10_000));
    publish(payment.succeeded(1));
    advance(SETTLED);
    sendAll();

    assertThat(mailsTo(member)).hasSize(1);
  }

  @Test
  void the_address_of_a_payment_that_succeeded_is_kept_with_its_subscription_alone()
      throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);

    publish(payment.succeeded(1));
    assertThat(addressesOf(member)).isEmpty();
    publish(member.activated(1, payment.paymentId(), inDays(30)));
    assertThat(addressesOf(member)).containsExactly(member.subscriptionId());
    publish(payment.refunded(2, 10_000));

    assertThat(addressesOf(member))
        .containsExactlyInAnyOrder(member.subscriptionId(), payment.paymentId());
  }

  /** What the customer's addresses were told with. */
  private List<UUID> addressesOf(EventExamples member) {
    return jdbc.query(
        "select told_with from contacts where customer_id = ?",
        (row, number) -> row.getObject(1, UUID.class),
        member.customerId());
  }

  private static PaymentExamples without(PaymentExamples payment) {
    return new PaymentExamples(
        payment.paymentId(),
        payment.customerId(),
        payment.planCode(),
        Contact.UNKNOWN,
        payment.at());
  }

  private static List<String> subjects(EventExamples member) {
    return mailsTo(member).stream().map(ReceivedMail::subject).toList();
  }

  private static String textOf(EventExamples member, String subject) {
    return mailsTo(member).stream()
        .filter(mail -> mail.subject().contains(subject))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
