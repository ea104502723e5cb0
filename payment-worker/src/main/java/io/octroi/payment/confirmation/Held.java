package io.octroi.payment.confirmation;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Trust;
import io.octroi.payment.confirmation.Notice.Claimed;
import java.time.Instant;
import java.util.Locale;

/**
 * An inquiry that we hold for a while.
 *
 * @param origin what it was opened by: a webhook, or that none came
 * @param attempts how often it was asked, this time included
 * @param traceparent W3C trace context of the webhook that opened it; empty where none did
 * @param fence grows with every holder; only the last one may record
 */
record Held(
    long id,
    String endpoint,
    String provider,
    String kind,
    String reference,
    Trust trust,
    Origin origin,
    Claimed claimed,
    Instant claimedAt,
    Instant firstAsked,
    int attempts,
    String traceparent,
    long fence) {

  Subject subject() {
    return new Subject(provider, kind, reference);
  }

  /** What is passed on under the same id is the same. */
  String eventId(Finding finding) {
    String key = kind + ":" + reference;
    return finding.word().isEmpty() ? key : key + ":" + finding.word().toLowerCase(Locale.ROOT);
  }
}
