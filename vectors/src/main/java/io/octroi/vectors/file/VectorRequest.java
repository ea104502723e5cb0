package io.octroi.vectors.file;

import java.util.List;

/** What is sent. */
@SuppressWarnings("ArrayRecordComponent") // signatures are over bytes; compared nowhere
public record VectorRequest(String method, List<HeaderLine> headers, byte[] body) {
  public VectorRequest {
    headers = List.copyOf(headers);
  }
}
