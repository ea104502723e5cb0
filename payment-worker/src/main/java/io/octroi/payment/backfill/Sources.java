package io.octroi.payment.backfill;

import io.octroi.payment.api.ProviderApi;
import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.api.ProvidersProperties;
import io.octroi.payment.confirmation.OrderInquiries;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows which provider is asked how. */
final class Sources {
  private final ProviderApis apis;
  private final ProvidersProperties providers;
  private final BackfillProperties settings;
  private final OrderInquiries orders;
  private final Clock clock;

  Sources(
      ProviderApis apis,
      ProvidersProperties providers,
      BackfillProperties settings,
      OrderInquiries orders,
      Clock clock) {
    this.apis = apis;
    this.providers = providers;
    this.settings = settings;
    this.orders = orders;
    this.clock = clock;
  }

  /** One for each configured endpoint whose provider can be asked what happened. */
  Map<String, EventSource> all() {
    Map<String, EventSource> sources = new TreeMap<>();
    apis.byEndpoint()
        .forEach((endpoint, api) -> {
          if (!settings.except().contains(endpoint)) {
            of(endpoint, api).ifPresent(source -> sources.put(endpoint, source));
          }
        });
    return sources;
  }

  /** Those of them that list what happened. */
  Map<String, EventSource> lists() {
    Map<String, EventSource> lists = new TreeMap<>(all());
    lists.values().removeIf(source -> !source.lists());
    return lists;
  }

  private Optional<EventSource> of(String endpoint, ProviderApi api) {
    Listing listing = new Listing(api);
    Fetched fetched = new Fetched(endpoint, api.provider(), clock);
    int size = settings.pageSize();
    return switch (api.provider()) {
      case StripeSource.PROVIDER -> Optional.of(new StripeSource(listing, fetched, size));
      case PayPalSource.PROVIDER -> Optional.of(new PayPalSource(listing, fetched, size));
      case PaystackSource.PROVIDER -> Optional.of(new PaystackSource(listing, fetched, size));
      case HyperPaySource.PROVIDER -> Optional.of(new HyperPaySource(listing, fetched, size));
      case WaveSource.PROVIDER -> Optional.of(new WaveSource(listing, fetched, size));
      case FlutterwaveSource.PROVIDER ->
          Optional.of(new FlutterwaveSource(listing, fetched, size, environment(endpoint)));
      default -> OrderSource.of(orders, endpoint, api.provider(), settings);
    };
  }

  private String environment(String endpoint) {
    return Optional.ofNullable(providers.providers().get(endpoint))
        .map(settings -> settings.environment())
        .orElse("");
  }
}
