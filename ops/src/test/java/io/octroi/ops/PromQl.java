package io.octroi.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads as much of a Prometheus expression as is needed to know which series it asks for. */
final class PromQl {
  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*\\{([^}]*)}");
  private static final Pattern MATCHER =
      Pattern.compile("([a-zA-Z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Pattern MODIFIER =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w:.$])([a-zA-Z_:][a-zA-Z0-9_:]*)\\b(?!\\s*\\()");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "by", "on", "without");

  private PromQl() {}

  /**
   * A condition on a tag.
   *
   * @param values the alternatives of a regular expression without its wildcards, or the one value
   */
  record Condition(String metric, String tag, List<String> values) {}

  /** The metrics that are named. */
  static Set<String> names(String expression) {
    String bare = expression.replaceAll("\\{[^}]*}", "").replaceAll("\\[[^\\]]*]", "");
    bare = bare.replaceAll("\\boffset\\s+\\S+", "").replaceAll("\"[^\"]*\"", "");
    bare = MODIFIER.matcher(bare).replaceAll("");
    return NAME.matcher(bare)
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The conditions that are made. */
  static List<Condition> conditions(String expression) {
    List<Condition> conditions = new ArrayList<>();
    SELECTOR
        .matcher(expression)
        .results()
        .forEach(selector ->
            MATCHER
                .matcher(selector.group(2))
                .results()
                .forEach(matcher ->
                    conditions.add(
                        new Condition(
                            selector.group(1), matcher.group(1), values(matcher.group(3))))));
    return conditions;
  }

  private static List<String> values(String value) {
    return value.contains("$")
        ? List.of()
        : Pattern.compile("\\|")
            .splitAsStream(value)
            .filter(alternative -> !alternative.matches(".*[*+].*"))
            .toList();
  }
}
