package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;

/** How a provider tells of what happens to purchases: in its own words, as far as it tells. */
interface Shop {
  String provider();

  /** ISO 4217. */
  String currency();

  /** The webhooks and answers that the happening makes; none where the provider does not tell. */
  List<VerifiedWebhook> tell(Purchase purchase, Happening happening);

  /** Whether the provider knows nothing of our customers, so that the order must be known to us. */
  default boolean needsOrder() {
    return false;
  }

  /** The reference under which our order and the provider's words meet. */
  default String orderReference(Purchase purchase) {
    return "order-" + purchase.name();
  }

  /** Whether it collects again and again under an agreement. */
  default boolean recurs() {
    return false;
  }
}
