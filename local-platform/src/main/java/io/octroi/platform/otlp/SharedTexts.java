package io.octroi.platform.otlp;

import java.util.HashMap;
import java.util.Map;

/** One instance of each text that comes again and again: spans mostly say what others said. */
final class SharedTexts {
  private static final int MOST = 5_000;

  private final Map<String, String> texts = new HashMap<>();

  /** An equal text. */
  synchronized String of(String text) {
    if (texts.size() >= MOST) {
      texts.clear();
    }
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
