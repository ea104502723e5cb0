package io.octroi.gateway.scheme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request's headers: names in any case, values in order of arrival, repetitions kept. */
public final class WebhookHeaders {
  /** No scheme's header is longer, in characters. */
  public static final int MAX_LENGTH = 8 * 1024;

  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Adds one header line. */
  public WebhookHeaders add(String name, String value) {
    values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    return this;
  }

  /** The value of a header that must be there, once, and of a sane size. */
  public Attempt<String> single(String name) {
    List<String> lines = values.getOrDefault(name, List.of());
    if (lines.size() > 1) {
      // Two receivers could take different ones: ambiguity is where forgeries live.
      return Attempt.failed(RejectionReason.DUPLICATE_HEADER);
    }
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      return Attempt.failed(RejectionReason.MISSING_HEADER);
    }
    if (lines.getFirst().length() > MAX_LENGTH) {
      return Attempt.failed(RejectionReason.HEADER_TOO_LARGE);
    }
    return Attempt.passed(lines.getFirst());
  }

  /** All lines; names in their order, values in order of arrival. */
  public Map<String, List<String>> lines() {
    return Collections.unmodifiableMap(values);
  }
}
