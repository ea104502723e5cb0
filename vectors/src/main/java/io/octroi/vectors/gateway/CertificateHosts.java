package io.octroi.vectors.gateway;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** All hosts of certificates in one server, which answers what the case says. */
final class CertificateHosts implements AutoCloseable {
  private final List<String> unexpected = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;
  private volatile Map<String, String> answers = Map.of();

  CertificateHosts(Clock clock) {
    this.server = LoopbackServer.start("certificate hosts", 0, clock, this::answer);
  }

  URI uri() {
    return server.uri();
  }

  /** From now on these; an empty one is 404. */
  void answer(Map<String, String> byAddress) {
    answers = Map.copyOf(byAddress);
    unexpected.clear();
  }

  /** What was requested since then and has no answer. */
  List<String> unexpected() {
    return List.copyOf(unexpected);
  }

  private Answer answer(RecordedRequest request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    String address =
        request.header("x-forwarded-proto").orElse("")
            + "://"
            + request.header("x-forwarded-host").orElse("")
            + request.path()
            + query;
    String pem = answers.get(address);
    if (pem == null) {
      unexpected.add(address);
    }
    return pem == null || pem.isEmpty()
        ? Answer.of(404, "text/plain", "not found")
        : Answer.of(200, "application/x-pem-file", pem);
  }

  @Override
  public void close() {
    server.close();
  }
}
