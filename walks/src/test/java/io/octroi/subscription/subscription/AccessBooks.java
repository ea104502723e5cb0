package io.octroi.subscription.subscription;

import io.octroi.subscription.period.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Everything that is kept of access, wherever it is kept. */
public final class AccessBooks {
  private final Collection<Subscription> subscriptions;
  private final Map<UUID, ? extends Collection<Period>> periods;
  private final Collection<Grant> grants;
  private final List<String> agreements;

  /**
   * @param periods by subscription id
   * @param agreements a line each
   */
  AccessBooks(
      Collection<Subscription> subscriptions,
      Map<UUID, ? extends Collection<Period>> periods,
      Collection<Grant> grants,
      List<String> agreements) {
    this.subscriptions = List.copyOf(subscriptions);
    this.periods = Map.copyOf(periods);
    this.grants = List.copyOf(grants);
    this.agreements = agreements;
  }

  /**
   * Who is in until when, by which payments, a line each; what is known of agreements.
   *
   * @param names of payments by their ids
   */
  public List<String> fingerprint(Map<UUID, String> names) {
    List<String> lines = new ArrayList<>(agreements);
    for (Subscription s : subscriptions) {
      Collection<Period> own =
          List.copyOf(periods.containsKey(s.id()) ? periods.get(s.id()) : List.of());
      lines.add(
          s.key()
              + (s.active() ? " in " + s.standing() : " out")
              + (own.isEmpty() ? "" : " " + s.planCode())
              + " "
              + s.contact().email()
              + " "
              + s.contact().language()
              + " "
              + s.contact().telegramUserId()
              + " "
              + s.contact().phone());
      own.forEach(p ->
          lines.add(
              s.key()
                  + " "
                  + names.get(p.paymentId())
                  + " from "
                  + p.startsAt()
                  + " until "
                  + p.endsAt()));
    }
    return lines.stream().sorted().toList();
  }

  /** The payments that let somebody in and are not held. */
  public Set<String> usable(Map<UUID, String> names) {
    return grants.stream()
        .filter(grant -> grant instanceof Grant.Counted c && !c.time().suspended())
        .map(grant -> names.getOrDefault(grant.paymentId(), "unknown"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the customer is in, by subscription id. */
  public Map<UUID, Boolean> standings() {
    return subscriptions.stream().collect(Collectors.toMap(Subscription::id, Subscription::active));
  }
}
