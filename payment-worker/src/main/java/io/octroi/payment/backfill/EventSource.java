package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.util.List;
import java.util.Optional;

/** What one provider lists of what happened at it. */
interface EventSource {
  /** The cursor of the first page. */
  String START = "";

  /**
   * Asks for one page.
   *
   * @param cursor {@link #START}, or what the page before said
   * @throws ApiFailure when the provider gives none
   */
  Page page(Window window, String cursor);

  /** Whether the provider lists nothing that is older than a while. */
  default boolean forgets() {
    return false;
  }

  /** Whether it is the provider's list; otherwise our own orders stand for one. */
  default boolean lists() {
    return true;
  }

  /**
   * How something stands now that was undecided; empty where the provider knows of it no longer.
   *
   * @throws ApiFailure when the provider gives no answer
   */
  default Optional<Standing> again(Undecided undecided) {
    return Optional.empty();
  }

  /**
   * One page.
   *
   * @param events of the window
   * @param undecided of the window; what is listed by its beginning and ends later
   * @param next cursor of the next page; empty after the last one
   */
  record Page(List<VerifiedWebhook> events, List<Undecided> undecided, Optional<String> next) {
    public Page {
      events = List.copyOf(events);
      undecided = List.copyOf(undecided);
    }
  }

  /**
   * How something stands.
   *
   * @param events what is to be told of it
   * @param decided whether nothing more will come of it
   */
  record Standing(List<VerifiedWebhook> events, boolean decided) {
    public Standing {
      events = List.copyOf(events);
    }
  }
}
