package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.smtp.ReceivedMail;
import io.octroi.platform.telegram.InviteLink;
import io.octroi.platform.telegram.JoinOutcome;
import io.octroi.platform.telegram.TelegramFault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivationIT extends NotifierContext {
  private static final String SOURCE = "/subscription-worker";

  @Test
  void an_activation_gives_one_link_and_one_mail_that_holds_it() throws Exception {
    EventExamples member = member("signaux");

    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    String link = linksOf(member).getFirst();
    assertThat(linksOf(member)).hasSize(1);
    assertThat(mailsTo(member)).hasSize(1);
    ReceivedMail mail = mailsTo(member).getFirst();
    assertThat(mail.text()).contains(link).contains("10\u202f000\u00a0XOF");
    assertThat(mail.html()).contains("href=\"" + link + "\"");
    assertThat(mail.subject()).isEqualTo("Votre accès à signaux-monthly est ouvert");
    assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
    assertThat(deliveries(member)).containsExactly("email:sent:", "telegram.invitation:sent:");
    assertThat(TELEGRAM.people().join(link, userId(member))).isEqualTo(JoinOutcome.REQUESTED);
  }

  @Test
  void a_link_expires_with_its_validity_and_never_after_access() throws Exception {
    EventExamples month = member("signaux");
    EventExamples day = member("signaux");

    publish(month.activated(1, payment(), inDays(30)));
    publish(day.activated(1, payment(), inDays(1)));
    sendAll();

    assertThat(telegramLink(month).expireDate()).isEqualTo(inDays(7).getEpochSecond());
    assertThat(telegramLink(day).expireDate()).isEqualTo(inDays(1).getEpochSecond());
    assertThat(telegramLink(day).createsJoinRequest()).isTrue();
  }

  @Test
  void the_same_event_again_changes_nothing() throws Exception {
    EventExamples member = member("signaux");
    SubscriptionEvent event = member.activated(1, payment(), inDays(30));
    EventEnvelope envelope = new EventEnvelope(EventIds.next(CLOCK.instant()), SOURCE, event);
    publish(envelope);
    sendAll();

    publish(envelope);
    // As told again by the worker that knows it.
    publish(new EventEnvelope(EventIds.next(CLOCK.instant()), SOURCE, event));
    publish(member.amended(2, inDays(30)));
    sendAll();

    assertThat(mailsTo(member)).hasSize(1);
    assertThat(linksOf(member)).hasSize(1);
    assertThat(notifications(member)).containsExactly("activation-confirmed");
  }

  @Test
  void the_same_event_twice_in_one_batch_is_told_once() throws Exception {
    EventExamples member = member("signaux");
    EventEnvelope envelope =
        new EventEnvelope(
            EventIds.next(CLOCK.instant()), SOURCE, member.activated(1, payment(), inDays(30)));

    publish(List.of(envelope, envelope, envelope));
    sendAll();

    assertThat(mailsTo(member)).hasSize(1);
    assertThat(linksOf(member)).hasSize(1);
    assertThat(notifications(member)).containsExactly("activation-confirmed");
  }

  @Test
  void a_family_with_two_chats_gets_two_links_in_one_mail() throws Exception {
    EventExamples member = member("duo");

    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    assertThat(linksOf(member)).hasSize(2);
    assertThat(mailsTo(member))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains(linksOf(member)));
  }

  @Test
  void a_mail_leaves_without_its_link_after_a_while_and_the_link_follows() throws Exception {
    EventExamples member = member("signaux");
    TELEGRAM.fail("createChatInviteLink", 1, new TelegramFault.TooManyRequests(minutes(5)));
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    assertThat(mailsTo(member)).isEmpty();

    advance(minutes(2));
    sendAll();
    assertThat(mailsTo(member))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("suit dans un message séparé"));

    advance(minutes(3));
    sendAll();
    assertThat(mailsTo(member)).hasSize(2);
    assertThat(mailsTo(member).getLast().text()).contains(linksOf(member));
    assertThat(mailsTo(member).getLast().messageId())
        .isNotEqualTo(mailsTo(member).getFirst().messageId());
    assertThat(deliveries(member))
        .containsExactly("email.link:sent:", "email:sent:", "telegram.invitation:sent:");
  }

  @Test
  void a_refused_invitation_lets_the_mail_go_at_once() throws Exception {
    EventExamples member = member("signaux");
    TELEGRAM.fail(
        "createChatInviteLink", 1, new TelegramFault.BadRequest("not enough rights to manage"));

    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    assertThat(deliveries(member))
        .containsExactly("email:sent:", "telegram.invitation:failed:not_enough_rights");
    assertThat(mailsTo(member)).hasSize(1);
  }

  @Test
  void access_that_opens_again_on_the_same_payment_gets_a_new_link() throws Exception {
    EventExamples member = member("signaux");
    UUID payment = payment();
    publish(member.activated(1, payment, inDays(30)));
    sendAll();
    advance(Duration.ofSeconds(1));
    publish(member.reversed(2, inDays(30)));
    advance(Duration.ofSeconds(1));

    publish(member.activated(3, payment, inDays(30)));
    sendAll();

    assertThat(notifications(member))
        .containsExactly("activation-confirmed", "access-ended", "access-reopened");
    assertThat(mailsTo(member)).hasSize(2);
    assertThat(mailsTo(member).getLast().text()).contains(linksOf(member).getLast());
    assertThat(TELEGRAM.people().join(linksOf(member).getFirst(), userId(member)))
        .isEqualTo(JoinOutcome.INVALID_LINK);
    assertThat(TELEGRAM.people().join(linksOf(member).getLast(), userId(member)))
        .isEqualTo(JoinOutcome.REQUESTED);
  }

  @Test
  void a_payment_that_is_reassigned_is_confirmed_once() throws Exception {
    EventExamples first = member("plain");
    UUID payment = payment();
    publish(first.activated(1, payment, inDays(30)));
    EventExamples second = member("plain").at(CLOCK.instant().plusSeconds(1));

    publish(second.activated(1, payment, inDays(30)), second.renewed(2, payment, inDays(60)));
    sendAll();

    assertThat(mailsTo(first)).hasSize(1);
    assertThat(mailsTo(second)).isEmpty();
  }

  @Test
  void a_payment_that_is_reassigned_opens_the_chat_to_its_new_owner() throws Exception {
    EventExamples first = member("signaux").with(Contact.UNKNOWN);
    UUID payment = payment();
    publish(first.activated(1, payment, inDays(30)));
    publish(first.reversed(2, inDays(30)));
    EventExamples second = member("signaux").at(CLOCK.instant().plusSeconds(1));

    publish(second.activated(1, payment, inDays(30)));
    sendAll();

    assertThat(notifications(second)).containsExactly("access-reopened");
    assertThat(mailsTo(second))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains(linksOf(second)));
  }

  @Test
  void a_mail_waits_for_its_address() throws Exception {
    EventExamples member = member("plain");
    EventExamples unknown = member.with(Contact.UNKNOWN);
    publish(unknown.activated(1, payment(), inDays(30)));
    sendAll();
    assertThat(deliveries(member)).containsExactly("email:waiting_contact:");

    publish(member.amended(2, inDays(30)));
    sendAll();

    assertThat(deliveries(member)).containsExactly("email:sent:");
    assertThat(mailsTo(member)).hasSize(1);
  }

  @Test
  void english_customers_are_written_to_in_english() throws Exception {
    EventExamples someone = member("plain");
    EventExamples member = someone.with(new Contact(email(someone), "en-US", userId(someone)));

    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    assertThat(mailsTo(member).getFirst().subject())
        .isEqualTo("Your access to plain-monthly is open");
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private InviteLink telegramLink(EventExamples member) {
    List<String> links = linksOf(member);
    return TELEGRAM.people().links(CHAT).stream()
        .filter(link -> links.contains(link.link()))
        .findFirst()
        .orElseThrow();
  }
}
