package io.octroi.platform.smtp;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Header text beyond ASCII, as RFC 2047 writes it. */
final class EncodedWords {
  private static final Pattern WORD = Pattern.compile("=\\?([^?]+)\\?([BbQq])\\?([^?]*)\\?=");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(\\?=)\\s+(=\\?)");

  private EncodedWords() {}

  static String decode(String header) {
    Matcher words = WORD.matcher(BETWEEN_WORDS.matcher(header).replaceAll("$1$2"));
    return words.replaceAll(word ->
        Matcher.quoteReplacement(
            new String(
                bytes(word.group(2), word.group(3)),
                charset(word.group(1).replaceFirst("\\*.*", "")))));
  }

  private static byte[] bytes(String encoding, String text) {
    return encoding.equalsIgnoreCase("B")
        ? Base64.getMimeDecoder().decode(text)
        : QuotedPrintable.decode(text.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1));
  }

  static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
