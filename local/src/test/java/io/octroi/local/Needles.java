package io.octroi.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds values in a text, as they are or as something on the way may have written them. */
final class Needles {
  private static final int HEAD = 7;

  private final Map<String, List<String>> byHead = new HashMap<>();

  Needles(Stream<String> values) {
    values.flatMap(Needles::written).distinct().forEach(this::add);
  }

  private void add(String needle) {
    if (needle.length() < HEAD) {
      throw new IllegalArgumentException("too short to be told from chance: " + needle);
    }
    byHead.computeIfAbsent(needle.substring(0, HEAD), _ -> new ArrayList<>()).add(needle);
  }

  /** Those that are in it, each with some of what is around it. */
  Set<String> foundIn(String text) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i + HEAD <= text.length(); i++) {
      for (String needle : byHead.getOrDefault(text.substring(i, i + HEAD), List.of())) {
        if (text.startsWith(needle, i)) {
          found.add(text.substring(Math.max(0, i - 150), Math.min(text.length(), i + 80)));
        }
      }
    }
    return found;
  }

  private static Stream<String> written(String value) {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return Stream.of(
            Stream.of(
                value,
                value.toLowerCase(Locale.ROOT),
                encoded,
                encoded.replace("+", "%20"),
                escaped(value, "\\u%04x"),
                escaped(value, "\\u%04X"),
                new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)),
            base64(value))
        .flatMap(forms -> forms);
  }

  private static String escaped(String value, String form) {
    StringBuilder escaped = new StringBuilder();
    value
        .chars()
        .forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : form.formatted(c)));
    return escaped.toString();
  }

  /** What of it is the same whatever stands before and after. */
  private static Stream<String> base64(String value) {
    return Stream.of("", "-", "--")
        .map(before -> {
          String all =
              Base64.getEncoder()
                  .withoutPadding()
                  .encodeToString((before + value).getBytes(StandardCharsets.UTF_8));
          return all.substring(before.isEmpty() ? 0 : 4, all.length() - 3);
        })
        .filter(needle -> needle.length() >= HEAD);
  }
}
