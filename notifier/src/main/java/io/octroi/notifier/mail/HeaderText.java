package io.octroi.notifier.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text in a header: one line that shows what it holds and does nothing, whatever it holds. */
final class HeaderText {
  /** Characters of a subject; the rest is cut off. */
  private static final int LONGEST = 200;

  /** Bytes in one encoded word, so that its line stays below 76 characters (RFC 2047). */
  private static final int WORD = 36;

  private static final String DOTS = "…";

  private HeaderText() {}

  /** One line: what ends a line or turns its direction becomes a space. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().map(c -> isHarmless(c) ? c : ' ').forEach(line::appendCodePoint);
    String tidy = line.toString().strip().replaceAll(" {2,}", " ");
    return tidy.codePointCount(0, tidy.length()) <= LONGEST
        ? tidy
        : tidy.substring(0, tidy.offsetByCodePoints(0, LONGEST - 1)) + DOTS;
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> !isDirection(c);
    };
  }

  /** Marks, embeddings, overrides and isolates: they make a text look like another one. */
  private static boolean isDirection(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> false;
    };
  }

  /**
   * The wire form of {@link #oneLine}. What a reader would take for an encoded word is encoded, so
   * that it is shown as it is.
   *
   * @param used characters on the first line before it
   */
  static String encoded(String text, int used) {
    String line = oneLine(text);
    boolean plain = line.chars().allMatch(c -> c >= ' ' && c <= '~') && !line.contains("=?");
    return plain ? MimeUtility.fold(used, line) : words(line);
  }

  private static String words(String line) {
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    line.codePoints()
        .forEach(c -> {
          String next = Character.toString(c);
          if (utf8(word.toString()).length + utf8(next).length > WORD) {
            words.append(encodedWord(word)).append("\r\n ");
            word.setLength(0);
          }
          word.append(next);
        });
    return words.append(encodedWord(word)).toString();
  }

  private static String encodedWord(CharSequence word) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(word.toString())) + "?=";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
