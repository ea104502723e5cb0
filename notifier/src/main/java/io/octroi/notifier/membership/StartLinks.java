package io.octroi.notifier.membership;

import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.telegram.PlanChats;
import io.octroi.notifier.wording.Link;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Makes start links, by which a customer shows the bot which Telegram account is theirs. */
public final class StartLinks {
  private static final Set<NotificationKind> OPENING =
      EnumSet.of(NotificationKind.ACTIVATION_CONFIRMED, NotificationKind.ACCESS_REOPENED);

  private final Linking linking;
  private final Links links;
  private final PlanChats chats;
  private final String botUsername;

  StartLinks(Linking linking, Links links, PlanChats chats, String botUsername) {
    this.linking = linking;
    this.links = links;
    this.chats = chats;
    this.botUsername = botUsername;
  }

  /** Whether a notification opens chats to a customer whose account is unknown. */
  public boolean areNeededFor(Notification notification) {
    Notification.Subject subject = notification.subject();
    return OPENING.contains(notification.kind())
        && !chats.of(notification.access().family(), subject.planCode()).isEmpty()
        && links.ofCustomer(subject.customerId()).isEmpty();
  }

  /** A new start link for a customer. */
  public Link of(String customerId, Instant now) {
    Linking.Issued token = linking.issue(customerId, now);
    return Link.start("https://t.me/" + botUsername + "?start=" + token.text(), token.expiresAt());
  }
}
