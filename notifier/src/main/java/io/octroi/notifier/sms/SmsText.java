package io.octroi.notifier.sms;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a message, and in how many segments networks carry it: 160 characters of the GSM
 * alphabet (153 each in several segments), or 70 of any other (67). Of the French letters the
 * alphabet lacks those with a circumflex or a diaeresis and the small c with cedilla.
 */
record SmsText(String text, int segments) {
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each takes the place of two. */
  private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '…', "..."),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry(0x00a0, " "),
          Map.entry(0x202f, " "));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /**
   * @param transliterate whether what the GSM alphabet lacks is written without its marks
   * @return empty where the text takes more segments than {@code maxSegments}
   */
  static Optional<SmsText> of(String text, int maxSegments, boolean transliterate) {
    String written = transliterate ? plain(text.strip()) : text.strip();
    int segments = segments(written);
    return segments <= maxSegments ? Optional.of(new SmsText(written, segments)) : Optional.empty();
  }

  private static int segments(String text) {
    if (!text.codePoints().allMatch(c -> isGsm(c) || isExtension(c))) {
      return text.length() <= 70 ? 1 : Math.ceilDiv(text.length(), 67);
    }
    int septets = text.chars().map(c -> isExtension(c) ? 2 : 1).sum();
    return septets <= 160 ? 1 : Math.ceilDiv(septets, 153);
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(c -> plain.append(isGsm(c) || isExtension(c) ? Character.toString(c) : plain(c)));
    return plain.toString();
  }

  private static String plain(int character) {
    String plain = PLAIN.get(character);
    return plain != null
        ? plain
        : MARKS
            .matcher(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD))
            .replaceAll("");
  }

  private static boolean isGsm(int character) {
    return GSM.indexOf(character) >= 0;
  }

  private static boolean isExtension(int character) {
    return GSM_EXTENSION.indexOf(character) >= 0;
  }
}
