package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a subscription lets its customer in. */
public enum SubscriptionStatus {
  ACTIVE,
  EXPIRED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a name that no status has
   */
  public static SubscriptionStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
