package io.octroi.bench.floor;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends without waiting; what it may hold unacknowledged bounds it. */
final class ProducerWork implements Work {
  private final String bootstrapServers;
  private final byte[] body;

  ProducerWork(String bootstrapServers, byte[] body) {
    this.bootstrapServers = bootstrapServers;
    this.body = body;
  }

  @Override
  public void run(BooleanSupplier going, LongAdder done) {
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    try (Producer<String, byte[]> producer = Producers.forThroughput(bootstrapServers)) {
      while (going.getAsBoolean() && failure.get() == null) {
        var _ =
            producer.send(
                new ProducerRecord<>(Producers.TOPIC, body),
                (_, error) -> {
                  if (error == null) {
                    done.increment();
                  } else {
                    failure.set(error);
                  }
                });
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("the broker did not acknowledge a record", failure.get());
    }
  }
}
