package io.octroi.notifier.wording;

import java.time.Instant;

/** An invitation link to be told. */
public record Link(String url, Instant usableUntil) {
  /** Who has the link can come in. */
  @Override
  public String toString() {
    return "Link[…]";
  }
}
