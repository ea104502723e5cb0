package io.octroi.notifier.mail;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.Delivery;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.notifier.membership.Invitation;
import io.octroi.notifier.membership.Invitations;
import io.octroi.notifier.membership.StartLinks;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.wording.Letter;
import io.octroi.notifier.wording.Link;
import io.octroi.notifier.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Mails. SMTP knows no idempotency: a worker that dies between the server's acceptance and its own
 * record sends again, under the same message id, which mail systems recognise as the same mail.
 */
final class EmailChannel implements Channel {
  private final Wording wording;
  private final Invitations invitations;
  private final StartLinks startLinks;
  private final MailComposer composer;
  private final SmtpSender sender;
  private final Suppressions suppressions;
  private final OptOuts optOuts;

  EmailChannel(
      Wording wording,
      Invitations invitations,
      StartLinks startLinks,
      MailComposer composer,
      SmtpSender sender,
      Suppressions suppressions,
      OptOuts optOuts) {
    this.wording = wording;
    this.invitations = invitations;
    this.startLinks = startLinks;
    this.composer = composer;
    this.sender = sender;
    this.suppressions = suppressions;
    this.optOuts = optOuts;
  }

  @Override
  public Set<DeliveryAction> actions() {
    return Set.of(DeliveryAction.EMAIL, DeliveryAction.EMAIL_LINK);
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    String email = assignment.contact().email();
    Optional<MailAddress> to = email == null ? Optional.empty() : MailAddress.parse(email);
    if (to.isEmpty()) {
      return new Refused("address_invalid");
    }
    if (suppressions.hold(to.get(), customer(assignment))) {
      return new Dropped("address_suppressed");
    }
    if (UnsubscribeLinks.canBeUnsubscribedFrom(assignment.notification())
        && optOuts.contains(customer(assignment))) {
      return new Dropped("unsubscribed");
    }
    List<Invitation> links = links(assignment);
    if (isLateLink(assignment) && links.isEmpty()) {
      return new Dropped("no_link_to_tell");
    }
    Optional<Link> start = startLink(assignment);
    Letter letter = letter(assignment, links, start);
    Handover handover =
        sender.send(
            composer.compose(mailId(assignment), to.get(), letter, assignment.notification()));
    if (handover.hardBounce()) {
      suppressions.suppress(
          to.get(), List.of(customer(assignment)), handover.outcome().code(), assignment.now());
    }
    return handover.outcome() instanceof Sent sent
        ? new Sent(sent.providerId(), () -> arrived(assignment, links))
        : handover.outcome();
  }

  private void arrived(Assignment assignment, List<Invitation> links) {
    invitations.told(links, assignment.now());
    suppressions.reached(customer(assignment));
  }

  private static String customer(Assignment assignment) {
    return assignment.notification().subject().customerId();
  }

  private List<Invitation> links(Assignment assignment) {
    // Whose account is unknown would ask in vain; the start link comes first.
    if (assignment.opensNothing() || startLinks.areNeededFor(assignment.notification())) {
      return List.of();
    }
    UUID notification = assignment.notification().id();
    return isLateLink(assignment)
        ? invitations.untold(notification, assignment.now())
        : invitations.usable(notification, assignment.now());
  }

  private static boolean isLateLink(Assignment assignment) {
    return assignment.delivery().action() == DeliveryAction.EMAIL_LINK;
  }

  private Optional<Link> startLink(Assignment assignment) {
    boolean needed =
        !isLateLink(assignment)
            && !assignment.opensNothing()
            && startLinks.areNeededFor(assignment.notification());
    return needed
        ? Optional.of(startLinks.of(customer(assignment), assignment.now()))
        : Optional.empty();
  }

  private Letter letter(Assignment assignment, List<Invitation> invited, Optional<Link> start) {
    Notification notification = assignment.notification();
    String language = assignment.contact().language();
    if (notification.subject().access() == null) {
      return wording.of(notification, language, assignment.known().openUntil());
    }
    List<Link> links = new ArrayList<>();
    invited.forEach(i -> links.add(Link.invitation(i.link(), i.expiresAt())));
    if (isLateLink(assignment)) {
      return wording.ofLateLinks(notification, language, links);
    }
    start.ifPresent(links::add);
    boolean linkPending =
        start.isEmpty() && !assignment.opensNothing() && invitations.arePending(notification.id());
    return wording.withLinks(notification, language, links, linkPending);
  }

  /** The notification's own id for its mail; a second mail of the same notification has its own. */
  private static UUID mailId(Assignment assignment) {
    Delivery delivery = assignment.delivery();
    return isLateLink(assignment) ? delivery.id() : delivery.notificationId();
  }
}
