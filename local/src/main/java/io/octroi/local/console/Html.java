package io.octroi.local.console;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Writes pages. Everything that is not markup of ours is escaped. */
final class Html {
  /** Rows with more stand below one another, a field a line. */
  private static final int MOST_COLUMNS = 6;

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:#8884;--soft:#8882;--ok:#1a7f37;--bad:#cf222e}
      body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:0 auto;padding:1.2rem}
      header{display:flex;gap:1.4rem;align-items:baseline;border-bottom:1px solid var(--line);
      padding-bottom:.6rem;margin-bottom:1rem}
      header b{font-size:1.2rem}
      h1{font-size:1.3rem;margin:1rem 0 .4rem}h2{font-size:1.05rem;margin:1.6rem 0 .4rem}
      table{border-collapse:collapse;width:100%;margin:.3rem 0}
      th,td{border-bottom:1px solid var(--line);padding:.25rem .6rem .25rem 0;text-align:left;
      vertical-align:top;overflow-wrap:anywhere}
      th{font-weight:600;white-space:nowrap;opacity:.75;width:1%;padding-right:1.2rem}
      td table{background:var(--soft);margin:0}td table th,td table td{padding-left:.5rem}
      pre{background:var(--soft);padding:.8rem;overflow-x:auto;white-space:pre-wrap}
      code{font-size:.92em}.ok{color:var(--ok)}.bad{color:var(--bad)}.none{opacity:.6}
      .way{min-width:12rem;background:var(--soft)}.way div{background:#4a7bd0;height:.7em;min-width:2px}
      .beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(22rem,1fr));gap:0 1.6rem}
      section{min-width:0}
      iframe{width:100%;height:34rem;border:1px solid var(--line);background:#fff}
      """;

  private final StringBuilder body = new StringBuilder();
  private final String title;

  Html(String title) {
    this.title = title;
    body.append("<h1>").append(escape(title)).append("</h1>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String link(String path, String text) {
    return "<a href=\"" + escape(path) + "\">" + escape(text) + "</a>";
  }

  Html section(String heading) {
    body.append("<h2>").append(escape(heading)).append("</h2>");
    return this;
  }

  Html note(String text) {
    body.append("<p class=none>").append(escape(text)).append("</p>");
    return this;
  }

  Html source(String text) {
    body.append("<pre>").append(escape(text)).append("</pre>");
    return this;
  }

  /** Markup that is ours, or escaped by {@link #escape} and {@link #link}. */
  Html markup(String trusted) {
    body.append(trusted);
    return this;
  }

  /** A table whose cells are markup already. */
  Html table(List<String> heads, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return note("Nothing yet.");
    }
    body.append("<table><tr>");
    heads.forEach(head -> body.append("<th>").append(escape(head)).append("</th>"));
    body.append("</tr>");
    for (List<String> row : rows) {
      body.append("<tr>");
      row.forEach(cell -> body.append("<td>").append(cell).append("</td>"));
      body.append("</tr>");
    }
    body.append("</table>");
    return this;
  }

  /** Shows a JSON value: objects as name and value, arrays of objects as tables. */
  Html json(JsonNode value) {
    append(value);
    return this;
  }

  private void append(JsonNode value) {
    if (value.isObject()) {
      body.append("<table>");
      value
          .properties()
          .forEach(field -> {
            if (!isNothing(field.getValue())) {
              body.append("<tr><th>").append(escape(words(field.getKey()))).append("</th><td>");
              append(field.getValue());
              body.append("</td></tr>");
            }
          });
      body.append("</table>");
    } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
      appendRows(value);
    } else if (value.isArray()) {
      value.forEach(item -> body.append(escape(item.asString(item.toString()))).append(" "));
    } else {
      body.append(escape(value.asString("")));
    }
  }

  private void appendRows(JsonNode rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row ->
        row.properties()
            .forEach(field -> {
              if (!isNothing(field.getValue())) {
                columns.add(field.getKey());
              }
            }));
    if (columns.size() > MOST_COLUMNS) {
      rows.forEach(this::append);
      return;
    }
    body.append("<table><tr>");
    columns.forEach(column -> body.append("<th>").append(escape(words(column))).append("</th>"));
    body.append("</tr>");
    for (JsonNode row : rows) {
      body.append("<tr>");
      for (String column : columns) {
        body.append("<td>");
        append(row.path(column));
        body.append("</td>");
      }
      body.append("</tr>");
    }
    body.append("</table>");
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || value.isMissingNode()
        || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.asString().isEmpty());
  }

  private static String words(String name) {
    return name.replace('_', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  String page() {
    return "<!doctype html><html lang=en><meta charset=utf-8>"
        + "<meta name=viewport content=\"width=device-width\"><title>"
        + escape(title)
        + " · Octroi</title><style>"
        + STYLE
        + "</style><header><b>Octroi</b>"
        + link("/", "Overview")
        + link("/mail", "Mail")
        + link("/previews", "Mail previews")
        + link("/telegram", "Telegram")
        + link("/sms", "SMS")
        + link("/payments", "Payments")
        + link("/traces", "Traces")
        + link("/clock", "Clock")
        + "</header><main>"
        + body
        + "</main></html>";
  }
}
