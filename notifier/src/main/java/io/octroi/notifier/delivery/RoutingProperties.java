package io.octroi.notifier.delivery;

import io.octroi.notifier.notification.NotificationKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code octroi.notifier.channels}: over what notifications are told, besides the
 * e-mail that tells each of them.
 *
 * @param besides by kind, the media that tell it too, where the customer can be reached over them
 * @param plans the same by plan code; takes the place of {@code besides} for that plan
 * @param fallback by kind, the order of media: when one did not reach the customer, the next one
 *     over which they can be reached stands in for it
 * @param fallbackOtherwise that order for kinds without one of their own
 */
@ConfigurationProperties("octroi.notifier.channels")
public record RoutingProperties(
    @DefaultValue Map<NotificationKind, List<Medium>> besides,
    @DefaultValue Map<String, Map<NotificationKind, List<Medium>>> plans,
    @DefaultValue Map<NotificationKind, List<Medium>> fallback,
    @DefaultValue({"telegram", "email"}) List<Medium> fallbackOtherwise) {

  public RoutingProperties {
    besides = Map.copyOf(besides);
    plans = Map.copyOf(plans);
    fallback = Map.copyOf(fallback);
    fallbackOtherwise = List.copyOf(fallbackOtherwise);
  }

  List<Medium> besides(NotificationKind kind, String planCode) {
    return plans.getOrDefault(planCode, besides).getOrDefault(kind, List.of());
  }

  /** What may stand in for a medium, in this order; nothing for one that is not in the order. */
  List<Medium> after(Medium missed, NotificationKind kind) {
    List<Medium> order = fallback.getOrDefault(kind, fallbackOtherwise);
    int place = order.indexOf(missed);
    return place < 0 ? List.of() : order.subList(place + 1, order.size());
  }

  /** Whether anything is ever told over a medium. */
  public boolean uses(Medium medium) {
    Stream<Map<NotificationKind, List<Medium>>> all =
        Stream.concat(Stream.of(besides, fallback), plans.values().stream());
    return fallbackOtherwise.contains(medium)
        || all.flatMap(media -> media.values().stream()).anyMatch(media -> media.contains(medium));
  }
}
