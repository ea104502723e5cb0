package io.octroi.faults;

import io.octroi.local.LocalSystem;
import io.octroi.local.Shop.Purchase;
import io.octroi.platform.smtp.ReceivedMail;
import io.octroi.platform.telegram.InviteLink;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for purchases in the tables and at the stand-ins. */
final class TraceReader {
  private static final int LINK_NAME_CHARACTERS = 32;
  private static final String MAIL = "email";
  private static final String INVITATION = "telegram.invitation";

  private final JdbcClient jdbc;
  private final LocalSystem system;

  TraceReader(JdbcClient jdbc, LocalSystem system) {
    this.jdbc = jdbc;
    this.system = system;
  }

  /** How it is now. */
  Traces read(List<Purchase> purchases) {
    Queries queries = new Queries(jdbc, purchases.stream().map(Purchase::customer).toList());
    Map<Station, Map<String, Long>> found = new EnumMap<>(Station.class);
    found.put(Station.WEBHOOK, queries.webhooks(purchases));
    found.put(Station.PAYMENT, queries.payments("true"));
    found.put(
        Station.SUCCEEDED_PAYMENT, queries.payments("status = 'succeeded' and amount = 4900"));
    found.put(Station.ACTIVE_SUBSCRIPTION, queries.activeSubscriptions());
    found.put(Station.PERIOD, queries.periods());
    found.put(Station.NOTIFICATION, queries.notifications());
    found.put(Station.MAIL_DELIVERY, queries.sent(MAIL));
    found.put(Station.INVITATION_DELIVERY, queries.sent(INVITATION));
    found.put(Station.INVITATION, queries.invitations());
    Collection<ReceivedMail> mails = system.standIns().mail().mails();
    found.put(Station.MAIL, distinctMails(mails));
    return new Traces(
        found,
        copies(mails),
        links(
            system.standIns().telegram().people().links(LocalSystem.TELEGRAM_CHAT_ID),
            queries.customersByNotification()),
        queries.unseen(MAIL),
        queries.unseen(INVITATION),
        queries.late());
  }

  /** Mail is compared by its Message-ID: the same one twice is the same mail. */
  private static Map<String, Long> distinctMails(Collection<ReceivedMail> mails) {
    Map<String, Set<String>> ids = new HashMap<>();
    for (ReceivedMail mail : mails) {
      for (String to : mail.to()) {
        ids.computeIfAbsent(customer(to), _ -> new HashSet<>()).add(mail.messageId());
      }
    }
    return ids.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> (long) entry.getValue().size()));
  }

  private static Map<String, Long> copies(Collection<ReceivedMail> mails) {
    return mails.stream()
        .flatMap(mail -> mail.to().stream())
        .collect(Collectors.groupingBy(TraceReader::customer, Collectors.counting()));
  }

  static String customer(String address) {
    return address.replace("@example.com", "");
  }

  private static Map<String, Long> links(List<InviteLink> made, Map<String, String> customers) {
    Map<String, Long> links = new HashMap<>();
    for (InviteLink link : made) {
      String customer = customers.get(link.name());
      if (customer != null && link.name().length() == LINK_NAME_CHARACTERS) {
        links.merge(customer, 1L, Long::sum);
      }
    }
    return links;
  }
}
