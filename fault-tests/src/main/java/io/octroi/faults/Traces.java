package io.octroi.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often each customer was found where a payment leaves traces, and what that means. Every map
 * is by customer.
 *
 * @param found how often at each station
 * @param mailCopies how many mails the mail server took, copies under one id counted each
 * @param links how many invitation links Telegram made
 * @param unseenMails attempts to mail whose end nobody saw
 * @param unseenLinks attempts to make a link whose end nobody saw
 * @param late attempts that came back after another instance had taken over
 */
record Traces(
    Map<Station, Map<String, Long>> found,
    Map<String, Long> mailCopies,
    Map<String, Long> links,
    Map<String, Long> unseenMails,
    Map<String, Long> unseenLinks,
    long late) {

  /** What there should be of a customer and is not. */
  List<String> missing(String customer) {
    List<String> missing = new ArrayList<>();
    for (Station station : Station.values()) {
      if (times(station, customer) == 0) {
        missing.add("no " + station.words());
      }
    }
    if (links.getOrDefault(customer, 0L) == 0) {
      missing.add("no link at Telegram");
    }
    return missing;
  }

  /**
   * What there is too much of. A message may leave again under its id, or a link be made again,
   * only for each attempt whose end nobody saw.
   */
  List<String> tooMany(String customer) {
    List<String> tooMany = new ArrayList<>();
    for (Station station : Station.values()) {
      if (times(station, customer) > 1) {
        tooMany.add(times(station, customer) + " times " + station.words());
      }
    }
    if (again(mailCopies, customer) > unseenMails.getOrDefault(customer, 0L)) {
      tooMany.add("a mail was sent again after it was seen to leave");
    }
    if (again(links, customer) > unseenLinks.getOrDefault(customer, 0L)) {
      tooMany.add("a link was made again after it was seen to be made");
    }
    return tooMany;
  }

  /** Mails and links made again because nobody saw the first. */
  long repeats(Set<String> customers) {
    return customers.stream()
        .mapToLong(customer -> again(mailCopies, customer) + again(links, customer))
        .sum();
  }

  private long times(Station station, String customer) {
    return found.getOrDefault(station, Map.of()).getOrDefault(customer, 0L);
  }

  private static long again(Map<String, Long> times, String customer) {
    return Math.max(0, times.getOrDefault(customer, 0L) - 1);
  }
}
