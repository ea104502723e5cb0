package io.octroi.local.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Shows what mails look like, as the notifier's own templates make them. */
final class PreviewPages {
  private final Operations operations;

  PreviewPages(Operations operations) {
    this.operations = operations;
  }

  /**
   * @param path {@code previews}, the sample's name, and a language for its HTML alone
   */
  String page(List<String> path) {
    return switch (path.size()) {
      case 1 -> all();
      case 2 -> one(path.get(1));
      default -> html(path.get(1), path.get(2));
    };
  }

  private String all() {
    Html html =
        new Html("Mails as they look")
            .note("Every kind in every language, about nobody. Nothing here was sent.");
    Optional<JsonNode> samples = operations.mailPreviews();
    if (samples.isEmpty()) {
      return html.note("The notifier does not answer.").page();
    }
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode sample : samples.get()) {
      String name = sample.path("name").asString("");
      List<String> row = new ArrayList<>();
      row.add(Html.link("/previews/" + name, name.replace('-', ' ')));
      for (JsonNode subject : sample.path("subjects")) {
        row.add(Html.escape(subject.path("subject").asString("")));
      }
      rows.add(row);
    }
    return html.table(List.of("what", "français", "English"), rows).page();
  }

  private String one(String name) {
    Html html = new Html(name.replace('-', ' '));
    Optional<JsonNode> mails = operations.mailPreview(name);
    if (mails.isEmpty()) {
      return html.note("There is no such sample, or the notifier does not answer.").page();
    }
    html.markup("<p>" + Html.link("/previews", "All mails") + "</p><div class=beside>");
    for (JsonNode mail : mails.get()) {
      String language = mail.path("language").asString("");
      html.markup("<section lang=\"" + Html.escape(language) + "\">")
          .section(mail.path("subject").asString(""))
          .markup(
              "<iframe sandbox title=HTML src=\""
                  + Html.escape("/previews/" + name + "/" + language)
                  + "\"></iframe>")
          .source(mail.path("text").asString(""))
          .markup("<details><summary>Headers</summary>")
          .source(mail.path("headers").asString(""))
          .markup("</details></section>");
    }
    return html.markup("</div>").page();
  }

  private String html(String name, String language) {
    return operations
        .mailPreview(name)
        .flatMap(mails ->
            mails
                .valueStream()
                .filter(mail -> mail.path("language").asString("").equals(language))
                .findFirst())
        .map(mail -> mail.path("html").asString(""))
        .orElseGet(() -> new Html("There is no such mail").page());
  }
}
