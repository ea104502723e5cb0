package io.octroi.vectors.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One case.
 *
 * @param source whose verification it is about, such as {@code stripe} or {@code mtn_momo}
 * @param secrets all that are accepted, the current one first
 * @param now the gateway's clock
 * @param resultCode what a worker has to classify; empty where the verdict is on the request
 */
public record VectorCase(
    String source,
    String name,
    List<String> secrets,
    VectorRequest request,
    Instant now,
    Surroundings surroundings,
    Expectation expectation,
    Optional<String> resultCode) {
  public VectorCase {
    secrets = List.copyOf(secrets);
  }
}
