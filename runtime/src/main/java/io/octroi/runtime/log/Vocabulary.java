package io.octroi.runtime.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that may stand in a text which is not known to be ours. An atom, as in {@code
 * consumer-payment-worker-1} or {@code JDBCConnectionException}, is made of them, of single letters
 * and of short numbers, or names something in code.
 */
final class Vocabulary {
  private static final String WORDS = "words.txt";

  /** Digits that an atom may hold: enough for a port or milliseconds, too few for a telephone. */
  private static final int MAX_DIGITS = 6;

  private static final Pattern SEPARATORS = Pattern.compile("[._+%~$-]+");

  /** {@code HTTPClient11} is HTTP, Client and 11. */
  private static final Pattern PARTS =
      Pattern.compile("[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+");

  /** What only code is called like. */
  private static final List<String> ROOTS =
      List.of(
          "ch.qos.",
          "com.fasterxml.",
          "com.sun.",
          "com.zaxxer.",
          "io.micrometer.",
          "io.octroi.",
          "io.opentelemetry.",
          "jakarta.",
          "java.",
          "javax.",
          "jdk.",
          "org.apache.",
          "org.eclipse.angus.",
          "org.flywaydb.",
          "org.hibernate.",
          "org.postgresql.",
          "org.slf4j.",
          "org.springframework.",
          "software.amazon.",
          "sun.",
          "tools.jackson.");

  private static final Pattern NAME_IN_CODE =
      Pattern.compile("(?:[A-Za-z_$]{1,60}[0-9]{0,3}[A-Za-z_$]{0,60}(?:\\.|$))+");

  private final Set<String> words;

  private Vocabulary(Set<String> words) {
    this.words = words;
  }

  /** The usual words. */
  static Vocabulary standard() {
    return with(List.of());
  }

  /** The usual words and those of one deployment: hosts, endpoints, plans. */
  static Vocabulary with(Collection<String> more) {
    Set<String> words = new HashSet<>();
    readStandard().lines().filter(line -> !line.startsWith("#")).forEach(l -> add(words, l));
    more.forEach(line -> add(words, line));
    return new Vocabulary(Set.copyOf(words));
  }

  private static void add(Set<String> words, String line) {
    Matcher matcher = PARTS.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
  }

  private static String readStandard() {
    try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(WORDS))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the words of log lines cannot be read", e);
    }
  }

  /** Whether the atom says nothing about anybody. */
  boolean knows(String atom) {
    if (ROOTS.stream().anyMatch(atom::startsWith) && NAME_IN_CODE.matcher(atom).matches()) {
      return true;
    }
    int digits = 0;
    for (String token : SEPARATORS.split(atom, -1)) {
      int more = digitsOf(token);
      if (more < 0) {
        return false;
      }
      digits += more;
    }
    return digits <= MAX_DIGITS;
  }

  /** How many digits are in a token that is known, or -1. */
  private int digitsOf(String token) {
    Matcher parts = PARTS.matcher(token);
    int end = 0;
    int digits = 0;
    int numbers = 0;
    while (parts.find() && parts.start() == end) {
      end = parts.end();
      if (Character.isDigit(token.charAt(parts.start()))) {
        digits += end - parts.start();
        numbers++;
      } else if (!isWord(parts.group(), token)) {
        return -1;
      }
    }
    return end == token.length() && numbers <= 1 ? digits : -1;
  }

  /** Or the one letter of a unit or a version, as in {@code 5s} and {@code v1}. */
  private boolean isWord(String part, String token) {
    return words.contains(part.toLowerCase(Locale.ROOT))
        || (part.length() == 1 && token.chars().filter(Character::isLetter).count() == 1);
  }
}
