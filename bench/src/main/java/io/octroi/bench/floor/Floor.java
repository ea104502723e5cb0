package io.octroi.bench.floor;

import io.octroi.bench.server.DatabaseAddress;

/** A part of the system that is not asked over HTTP, driven as fast as it goes. */
public sealed interface Floor {
  /** How tables call it. */
  String name();

  /** Verifies signatures, in one thread. */
  record Hmac() implements Floor {
    @Override
    public String name() {
      return "hmac alone";
    }
  }

  /** Sends to the broker's topic {@code bench.floor}, which it makes where there is none. */
  record IdempotentProducer(String bootstrapServers) implements Floor {
    @Override
    public String name() {
      return "bare producer";
    }
  }

  /** Inserts into the table {@code floor_ledger}, which it makes anew. */
  record BatchedInserts(DatabaseAddress database) implements Floor {
    @Override
    public String name() {
      return "bare batched inserts";
    }
  }
}
