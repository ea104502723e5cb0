package io.octroi.payment.rebuild;

import java.util.regex.Pattern;

/** The names of the live schema and of the one beside it. */
record Schemas(String live, String shadow) {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,55}");

  /**
   * @throws IllegalArgumentException for a name that would have to be quoted
   */
  static Schemas of(String live) {
    if (!NAME.matcher(live).matches()) {
      throw new IllegalArgumentException("not a plain lower-case schema name: " + live);
    }
    return new Schemas(live, live + "_shadow");
  }

  /** A statement in which {@code LIVE.} and {@code SHADOW.} stand before tables' names. */
  String in(String statement) {
    return statement.replace("LIVE.", live + ".").replace("SHADOW.", shadow + ".");
  }
}
