package io.octroi.bench.subject;

import java.net.URI;
import java.util.Map;

/**
 * Something that takes Stripe's webhooks at an address and answers 2xx once it has done what it
 * does before it answers. It runs in processes of its own, never in the load generator's.
 */
public interface Subject extends AutoCloseable {
  /** How tables and plots call it: a few words in lower case. */
  String name();

  /** Where webhooks are posted, on 127.0.0.1. */
  URI endpoint();

  /** What webhooks are signed with, with its prefix: {@code whsec_…}. */
  String secret();

  /**
   * Its processes, by what they are called, with everything that works for it alone: broker and
   * database included. Their children count as theirs. The pids are those of this moment.
   */
  Map<String, Long> pids();

  /** Stops all of it. */
  @Override
  void close();
}
