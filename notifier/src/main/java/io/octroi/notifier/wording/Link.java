package io.octroi.notifier.wording;

import java.time.Instant;

/**
 * A link to be told.
 *
 * @param start whether it links an account and does not yet let anybody in
 */
public record Link(String url, Instant usableUntil, boolean start) {
  /** A way into a chat. */
  public static Link invitation(String url, Instant usableUntil) {
    return new Link(url, usableUntil, false);
  }

  /** A way to the bot, which learns by it whose account it is. */
  public static Link start(String url, Instant usableUntil) {
    return new Link(url, usableUntil, true);
  }

  /** Who has the link can come in. */
  @Override
  public String toString() {
    return "Link[…]";
  }
}
