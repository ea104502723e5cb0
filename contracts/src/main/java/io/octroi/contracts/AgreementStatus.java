package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a provider will go on collecting a customer's recurring payments. */
public enum AgreementStatus {
  /** The next payment will be collected. */
  ACTIVE,
  /** The last collection failed; the provider tries again. */
  PAST_DUE,
  /** It runs to the end of what is paid and then stops. */
  CANCEL_SCHEDULED,
  /** Paused; it may be resumed. */
  SUSPENDED,
  /** Over for good. */
  CANCELED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a name that no status has
   */
  public static AgreementStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
