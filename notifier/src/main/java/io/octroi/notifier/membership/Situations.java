package io.octroi.notifier.membership;

import io.octroi.notifier.linking.AccountLink;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.subscription.SubscriptionStates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads all that decides about an account in a chat, as it is at this instant. */
final class Situations {
  /** An invitation counts for the access it was made for, and not for one that has ended since. */
  private static final String INVITED =
      """
      select exists (
        select from deliveries d join notifications n on n.id = d.notification_id
         where n.customer_id = ? and d.action = 'telegram.invitation' and d.target = ?
           and d.status in ('due', 'sending', 'sent')
           and n.version > coalesce((
             select max(e.version) from notifications e
              where e.subscription_id = n.subscription_id and e.kind = 'access-ended'), 0))
      """;

  private final SubscriptionStates subscriptions;
  private final Chats chats;
  private final Links links;
  private final Invitations invitations;
  private final JdbcTemplate jdbc;

  Situations(
      SubscriptionStates subscriptions,
      Chats chats,
      Links links,
      Invitations invitations,
      JdbcTemplate jdbc) {
    this.subscriptions = subscriptions;
    this.chats = chats;
    this.links = links;
    this.invitations = invitations;
    this.jdbc = jdbc;
  }

  Situation of(Membership m, Standing standing, Instant now) {
    Optional<AccountLink> link = links.ofAccount(m.telegramUserId());
    String customer = link.map(AccountLink::customerId).orElse(m.customerId());
    return new Situation(
        link.isPresent(),
        m.cut(),
        desire(customer, m, now),
        standing,
        m.asked(),
        m.liftOwed(),
        m.checkDue(),
        isInvited(customer, m.chatId()),
        hasOpenLinks(customer, m, standing, now));
  }

  private Desire desire(String customer, Membership m, Instant now) {
    List<SubscriptionState> own =
        customer.isEmpty() ? List.of() : subscriptions.ofCustomer(customer);
    Desire desire = Desire.of(own, state -> chats.openedBy(state).contains(m.chatId()), now);
    if (desire != Desire.OUT) {
      return desire;
    }
    // Whoever else the account may belong to: it stays while anything is paid for.
    return chats.isOpenedByActive(
            subscriptions.ofCustomerOrAccount(customer, m.telegramUserId()), m.chatId())
        ? Desire.STAY
        : Desire.OUT;
  }

  private boolean isInvited(String customer, long chatId) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(INVITED, Boolean.class, customer, Long.toString(chatId)));
  }

  private boolean hasOpenLinks(String customer, Membership m, Standing standing, Instant now) {
    return !customer.isEmpty()
        && !(standing.isIn()
                ? invitations.usedOf(customer, m.chatId(), now, 1)
                : invitations.openOf(customer, m.chatId(), now, 1))
            .isEmpty();
  }
}
