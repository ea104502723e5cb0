package io.octroi.operations.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an operator does something, in their words; a controller may take it as a parameter.
 *
 * @param text 1 to {@value #MAX_LENGTH} characters, none of them a control character; empty only
 *     for a dry run
 */
public record Reason(String text) {
  /** The header it comes in: plain ASCII, or UTF-8 as RFC 8187 has it ({@code UTF-8''%C3%A9}). */
  public static final String HEADER = "Octroi-Reason";

  static final int MAX_LENGTH = 500;
  static final Reason NONE = new Reason("");

  private static final String EXTENDED = "utf-8''";

  /** Reads the header's value; empty where it is no reason. */
  static Optional<Reason> parse(String header) {
    Optional<String> decoded =
        header.toLowerCase(Locale.ROOT).startsWith(EXTENDED)
            ? percentDecoded(header.substring(EXTENDED.length()))
            : Optional.of(header);
    return decoded
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH)
        .filter(text -> text.chars().noneMatch(Character::isISOControl))
        .map(Reason::new);
  }

  private static Optional<String> percentDecoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7e) {
        return Optional.empty();
      }
      if (c != '%') {
        bytes.put((byte) c);
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
