package io.octroi.notifier.wording;

import java.util.List;
import java.util.Locale;

/**
 * What is said, before it takes a form.
 *
 * @param links links with the sentence that introduces each
 */
public record Letter(
    Locale locale,
    String subject,
    String greeting,
    List<String> paragraphs,
    List<IntroducedLink> links,
    String closing) {

  /** A link and what is said of it. */
  public record IntroducedLink(String introduction, String url) {}

  /** For a channel without formats. */
  public String asPlainText() {
    StringBuilder text = new StringBuilder(subject);
    paragraphs.forEach(paragraph -> text.append("\n\n").append(paragraph));
    links.forEach(
        link -> text.append("\n\n").append(link.introduction()).append('\n').append(link.url()));
    return text.toString();
  }
}
