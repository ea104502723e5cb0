package io.octroi.platform.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a stand-in does with a request. */
public sealed interface Answer {

  /** Waits, then answers with a text in UTF-8. */
  record Reply(int status, Map<String, String> headers, String body, Duration delay)
      implements Answer {
    public Reply {
      headers = Map.copyOf(headers);
    }

    public Reply withHeader(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Reply(status, more, body, delay);
    }

    public Reply withDelay(Duration value) {
      return new Reply(status, headers, body, value);
    }
  }

  /** Waits, then closes the connection without a word, as a server that died would. */
  record HangUp(Duration delay) implements Answer {}

  /** Waits, then does what would have been done without a script. */
  record Late(Duration delay) implements Answer {}

  /** Answers as without a script, but closes the connection in the middle of the body. */
  record CutShort() implements Answer {}

  static Reply json(int status, String body) {
    return of(status, "application/json", body);
  }

  static Reply of(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", contentType), body, Duration.ZERO);
  }

  static HangUp hangUp() {
    return new HangUp(Duration.ZERO);
  }
}
