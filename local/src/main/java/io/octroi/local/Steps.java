package io.octroi.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far the clock is moved, as people write it. */
public final class Steps {
  /** No single step is longer: the years that a typing error asks for cannot be taken back. */
  public static final Duration LONGEST = Duration.ofDays(400);

  private static final Pattern SHORT = Pattern.compile("([0-9]{1,6})([smhd])");

  private Steps() {}

  /**
   * @param text such as {@code 90m}, {@code 36h}, {@code 2d} or ISO 8601's {@code PT1H30M}
   * @throws IllegalArgumentException for anything else, and for what is negative, zero or longer
   *     than {@link #LONGEST}
   */
  public static Duration parse(String text) {
    Duration step = read(text);
    if (!step.isPositive() || step.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The clock goes ahead only, by " + LONGEST.toDays() + " days at most");
    }
    return step;
  }

  private static Duration read(String text) {
    Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "A step is written like 90m, 36h, 2d or PT1H30M, not " + text);
    }
  }
}
