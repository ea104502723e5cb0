package io.octroi.runtime.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is not known to be harmless: atoms outside the vocabulary, numbers of
 * seven digits and more however they are grouped, and the capitalised or numeric neighbours of what
 * was taken out, which are mostly the rest of a name or an address.
 */
final class Prose {
  /** A longer text is cut: an exception may quote a whole document. */
  static final int MAX_LENGTH = 8_192;

  private static final int CARD_DIGITS = 7;

  /** Left to right: a time, an address of our own network, grouped digits, an atom. */
  private static final Pattern PIECES =
      Pattern.compile(
          "(?<time>\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?(?![\\d-]))"
              + "|(?<host>(?:10\\.\\d{1,3}|127\\.\\d{1,3}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))"
              + "(?:\\.\\d{1,3}){2}(?![.\\d]))"
              + "|(?<digits>\\+?\\(?\\d(?:[ .\\-/()]{0,2}\\d){6,})"
              + "|(?<atom>[\\p{L}\\p{M}\\p{N}_@%~$][\\p{L}\\p{M}\\p{N}_@%~$.+\\-]*)");

  /** As people write; keys have capitals and digits where no word has them. */
  private static final Pattern STATED_WORD =
      Pattern.compile(
          "@(?:[._%~$+-]@)*"
              .replace("@", "(?:\\p{Lu}?[\\p{Ll}\\p{M}]{1,30}|\\p{Lu}{1,12}|\\d{1,6})"));

  private static final Pattern ENDING = Pattern.compile("[.+\\-~]+$");
  private static final String BETWEEN_NEIGHBOURS = " '’";

  private record Piece(int start, int end, boolean shown) {}

  private Prose() {}

  /** A text of which nothing is known. */
  static String masked(String text, Vocabulary vocabulary) {
    return masked(text, vocabulary::knows);
  }

  /** A text that a person of ours wrote: its words stand, and nothing that is none. */
  static String withoutData(String text) {
    return masked(
        text,
        atom ->
            STATED_WORD.matcher(atom).matches()
                && atom.chars().filter(Character::isDigit).count() < CARD_DIGITS
                && !Secrecy.isSecret(atom));
  }

  private static String masked(String text, Predicate<String> known) {
    String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    List<Piece> pieces = pieces(bounded, known);
    if (pieces.stream().allMatch(Piece::shown)) {
      return bounded;
    }
    return written(bounded, withNeighbours(bounded, pieces));
  }

  private static List<Piece> pieces(String text, Predicate<String> known) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECES.matcher(text);
    while (matcher.find()) {
      String atom = matcher.group("atom");
      if (atom == null) {
        boolean shown = matcher.group("digits") == null;
        pieces.add(new Piece(matcher.start(), matcher.end(), shown));
      } else {
        String bare = ENDING.matcher(atom).replaceFirst("");
        pieces.add(new Piece(matcher.start(), matcher.start() + bare.length(), known.test(bare)));
      }
    }
    return pieces;
  }

  private static List<Piece> withNeighbours(String text, List<Piece> pieces) {
    List<Piece> spread = new ArrayList<>(pieces);
    for (int i = 1; i < spread.size(); i++) {
      spread.set(i, beside(text, spread.get(i - 1), spread.get(i), spread.get(i)));
    }
    for (int i = spread.size() - 2; i >= 0; i--) {
      spread.set(i, beside(text, spread.get(i), spread.get(i + 1), spread.get(i)));
    }
    return spread;
  }

  /**
   * One of two that follow each other, hidden where the other is hidden and it may belong to it.
   */
  private static Piece beside(String text, Piece left, Piece right, Piece one) {
    Piece other = one.equals(left) ? right : left;
    char first = text.charAt(one.start());
    boolean mayBelong = Character.isUpperCase(first) || Character.isDigit(first);
    return one.shown() && !other.shown() && mayBelong && touch(text, left.end(), right.start())
        ? new Piece(one.start(), one.end(), false)
        : one;
  }

  private static boolean touch(String text, int from, int to) {
    return to - from == 1 && BETWEEN_NEIGHBOURS.indexOf(text.charAt(from)) >= 0;
  }

  private static String written(String text, List<Piece> pieces) {
    StringBuilder written = new StringBuilder(text.length());
    int done = 0;
    boolean hiding = false;
    for (Piece piece : pieces) {
      boolean goesOn = hiding && !piece.shown() && touch(text, done, piece.start());
      if (!goesOn) {
        written.append(text, done, piece.start());
        written.append(piece.shown() ? text.substring(piece.start(), piece.end()) : Fields.MASK);
      }
      hiding = !piece.shown();
      done = piece.end();
    }
    return written.append(text, done, text.length()).toString();
  }
}
