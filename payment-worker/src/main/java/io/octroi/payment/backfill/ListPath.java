package io.octroi.payment.backfill;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes the path of a list with its query. */
final class ListPath {
  private final StringBuilder text;

  private ListPath(String start) {
    text = new StringBuilder(start);
  }

  static ListPath of(String path) {
    return new ListPath(path);
  }

  ListPath with(String name, Object value) {
    text.append(text.indexOf("?") < 0 ? '?' : '&')
        .append(encoded(name))
        .append('=')
        .append(encoded(value.toString()));
    return this;
  }

  /** An id as one segment, whatever it holds. */
  static String segment(String id) {
    // Two dots would name another path.
    return encoded(id).replace(".", "%2E");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
