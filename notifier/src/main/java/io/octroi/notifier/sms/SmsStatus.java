package io.octroi.notifier.sms;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a message has come. Twilio's word for it may come late, twice and in any order; the
 * higher rank counts.
 */
public enum SmsStatus {
  ACCEPTED(0),
  SCHEDULED(0),
  QUEUED(1),
  SENDING(2),
  SENT(3),
  UNDELIVERED(4),
  FAILED(4),
  CANCELED(4),
  /** A receipt from the handset outweighs a carrier's guess that it did not arrive. */
  DELIVERED(5),
  READ(6);

  private final int rank;

  SmsStatus(int rank) {
    this.rank = rank;
  }

  int rank() {
    return rank;
  }

  /** Whether it is certain that it will not arrive. */
  boolean isMissed() {
    return this == UNDELIVERED || this == FAILED || this == CANCELED;
  }

  /** Whether it has arrived. */
  boolean isReached() {
    return this == DELIVERED || this == READ;
  }

  /** Twilio's own word: {@code undelivered}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads Twilio's word; empty for one that nobody here knows. */
  public static Optional<SmsStatus> ofWireName(String word) {
    for (SmsStatus status : values()) {
      if (status.wireName().equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
