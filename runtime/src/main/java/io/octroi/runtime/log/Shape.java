package io.octroi.runtime.log;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the value of a key may look like. Whatever looks otherwise is not shown. */
@SuppressWarnings("ImmutableEnumChecker") // patterns are
public enum Shape {
  /** A whole number. */
  NUMBER("a number", matching("-?[0-9]{1,19}")),
  /** Yes or no. */
  FLAG("`true` or `false`", matching("true|false")),
  /** An id that we drew: a UUID. */
  OWN_ID("a UUID", matching(Shape.UUID)),
  /** Of a trace or a span. */
  HEX_ID("16 or 32 hexadecimal digits", matching("[0-9a-f]{16}|[0-9a-f]{32}|")),
  /** Words and short numbers from code, or the name of a class: no secret is built like that. */
  CODE("words and short numbers, such as `smtp_550`; the name of a class", Shape::isCode),
  /** A name from our configuration. */
  LABEL(
      "up to 100 letters, digits and `._-`",
      text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") && !Secrecy.isSecret(text)),
  /** An id that a provider drew. It has no spaces, and is neither a long number nor a secret. */
  FOREIGN_ID(
      "a provider's id without blanks and `@` that is neither a long number nor a secret",
      Shape::isForeignId),
  /** What Secrets Manager calls a secret, or its ARN. */
  SECRET_ID(
      "up to 256 letters, digits and `/_.:-`",
      text -> text.matches("[A-Za-z0-9][A-Za-z0-9/_.:-]{0,255}") && !Secrecy.isSecret(text)),
  /** Topic, partition and offset. */
  POSITION("`topic/partition@offset`", matching("[a-z0-9._-]{1,120}/[0-9]{1,9}@[0-9]{1,19}")),
  /** A path as the code has it, with names in the place of values. */
  ROUTE(
      "the route of a request, without its ids",
      matching("(?:/[a-z][a-z0-9.-]{0,30}|/\\{[A-Za-z]{1,30}\\}){1,8}")),
  /** What an operator wrote; shown word by word. */
  STATED("an operator's words, without numbers of seven digits, addresses and secrets", _ -> true);

  private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** Letters, then perhaps a number; a number alone only after a word. */
  private static final Pattern CODE_FORM =
      Pattern.compile(
          "[A-Za-z$]{1,40}[0-9]{0,3}(?:[A-Z][A-Za-z]{1,40})?[0-9]{0,6}"
              + "(?:[._:$ -](?:[A-Za-z$]{1,40}[0-9]{0,3}(?:[A-Z][A-Za-z]{1,40})?[0-9]{0,3}|[0-9]{1,6}))*");

  private static final Pattern FOREIGN_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

  /** A card, an account, a telephone. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![A-Za-z0-9])[0-9](?:[._:/-]?[0-9]){8,}(?![A-Za-z0-9])");

  private static final Pattern OWN_FORM = Pattern.compile(UUID);

  private final String description;
  private final Predicate<String> rule;

  Shape(String description, Predicate<String> rule) {
    this.description = description;
    this.rule = rule;
  }

  /** For people. */
  public String description() {
    return description;
  }

  boolean admits(String text) {
    return rule.test(text);
  }

  private static Predicate<String> matching(String form) {
    return Pattern.compile(form).asMatchPredicate();
  }

  private static boolean isCode(String text) {
    return text.length() <= 200
        && CODE_FORM.matcher(text).matches()
        && text.chars().filter(Character::isDigit).count() <= 8
        && !Secrecy.isSecret(text);
  }

  private static boolean isForeignId(String text) {
    return OWN_FORM.matcher(text.toLowerCase(Locale.ROOT)).matches()
        || (FOREIGN_FORM.matcher(text).matches()
            && !LONG_NUMBER.matcher(text).find()
            && !Secrecy.isSecret(text));
  }
}
