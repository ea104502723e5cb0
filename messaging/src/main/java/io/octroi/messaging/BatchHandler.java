package io.octroi.messaging;

import java.util.List;

/** What a worker does with the records of its topic. */
@FunctionalInterface
public interface BatchHandler {
  /**
   * Handles records that were polled together, inside one database transaction that commits when
   * this returns and rolls back when it throws. The same records may come again, together or in
   * other batches: what was done must be recognised by constraints, such as {@link Inbox}'s.
   *
   * @param batch in the order of their partitions; never empty
   * @throws UnprocessableRecordException or {@link io.octroi.contracts.MalformedRecordException}
   *     for data that no retry mends; the record is found by halving the batch and goes to the
   *     dead-letter topic
   */
  void handle(List<Inbound> batch);
}
