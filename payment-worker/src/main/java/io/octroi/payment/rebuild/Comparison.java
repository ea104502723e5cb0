package io.octroi.payment.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the live tables against the rebuilt ones. */
final class Comparison {
  private static final Set<String> PERSONAL =
      Set.of("email", "language", "telegram_user_id", "phone", "identity", "facts");
  private static final String ABSENT = "-";
  private static final String MASKED = "***";

  private final JdbcTemplate jdbc;
  private final Schemas schemas;
  private final JsonMapper json;

  Comparison(JdbcTemplate jdbc, Schemas schemas, JsonMapper json) {
    this.jdbc = jdbc;
    this.schemas = schemas;
    this.json = json;
  }

  /** Finds all differences, in the caller's transaction, and keeps them in the shadow schema. */
  void run() {
    jdbc.execute(schemas.in(script()));
  }

  /** How many rows differ, by table. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.query(
        schemas.in("select table_name, count(*) from SHADOW.differences group by table_name"),
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  /** The differing fields of the first rows. */
  List<Difference> named(int limit) {
    List<Difference> named = new ArrayList<>();
    jdbc.query(
        schemas.in(
            "select table_name, array_to_string(key, '/') as key, live::text, rebuilt::text"
                + " from SHADOW.differences order by position limit ?"),
        row -> {
          addFields(
              named,
              row.getString("table_name"),
              row.getString("key"),
              row.getString("live"),
              row.getString("rebuilt"));
        },
        limit);
    return named.subList(0, Math.min(limit, named.size()));
  }

  private void addFields(
      List<Difference> named,
      String table,
      String key,
      @Nullable String live,
      @Nullable String rebuilt) {
    if (live == null || rebuilt == null) {
      named.add(
          new Difference(
              table,
              key,
              "row",
              live == null ? ABSENT : "present",
              rebuilt == null ? ABSENT : "present"));
      return;
    }
    JsonNode before = json.readTree(live);
    JsonNode after = json.readTree(rebuilt);
    Set<String> fields = new TreeSet<>(before.propertyNames());
    fields.addAll(after.propertyNames());
    for (String field : fields) {
      if (!before.path(field).equals(after.path(field))) {
        named.add(
            new Difference(
                table,
                key,
                field,
                shown(field, before.path(field)),
                shown(field, after.path(field))));
      }
    }
  }

  private static String shown(String field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return ABSENT;
    }
    return PERSONAL.contains(field) ? MASKED : value.asString();
  }

  private static String script() {
    try {
      return new ClassPathResource("rebuild/compare.sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the comparison is not on the class path", e);
    }
  }
}
