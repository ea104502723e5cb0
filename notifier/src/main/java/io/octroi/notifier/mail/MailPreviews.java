package io.octroi.notifier.mail;

import io.octroi.notifier.mail.PreviewSamples.Sample;
import io.octroi.notifier.wording.Language;
import io.octroi.notifier.wording.Letter;
import io.octroi.notifier.wording.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what mails look like: the real wording, templates and headers, about nobody. */
public final class MailPreviews {
  private static final MailAddress NOBODY = new MailAddress("customer", "example.com");

  private final Wording wording;
  private final MailComposer composer;
  private final Clock clock;

  MailPreviews(Wording wording, MailComposer composer, Clock clock) {
    this.wording = wording;
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * A mail.
   *
   * @param language a BCP 47 tag
   * @param headers as they go over the wire
   */
  public record Preview(
      String kind, String language, String subject, String headers, String text, String html) {}

  /** Every sample by its name, in every language. */
  public Map<String, List<Preview>> all() {
    Map<String, List<Preview>> previews = new LinkedHashMap<>();
    samples().forEach((name, sample) -> previews.put(name, previews(sample)));
    return previews;
  }

  /** One sample in every language; empty for an unknown name. */
  public Optional<List<Preview>> of(String name) {
    return Optional.ofNullable(samples().get(name)).map(this::previews);
  }

  private Map<String, Sample> samples() {
    return PreviewSamples.of(wording, wording.anyPlan(), clock.instant());
  }

  private List<Preview> previews(Sample sample) {
    List<Preview> previews = new ArrayList<>();
    for (Language language : Language.values()) {
      String tag = language.locale().toLanguageTag();
      Letter letter = sample.letter().apply(tag);
      MailMessage mail =
          composer.compose(sample.notification().id(), NOBODY, letter, sample.notification());
      MailBody body = composer.body(letter);
      previews.add(
          new Preview(
              sample.notification().kind().wireName(),
              tag,
              letter.subject(),
              mail.headersOnTheWire(),
              body.text(),
              body.html()));
    }
    return previews;
  }
}
