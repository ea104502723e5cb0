package io.octroi.notifier.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.notifier.mail.MailPreviews;
import io.octroi.notifier.mail.MailPreviews.Preview;
import io.octroi.operations.answer.Problems;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what mails look like; about nobody. */
@RestController
final class MailPreviewController {
  private final MailPreviews previews;

  MailPreviewController(MailPreviews previews) {
    this.previews = previews;
  }

  /** Every sample with its subject in every language. */
  @GetMapping("/operations/mail-previews")
  List<Sample> all() {
    return previews.all().entrySet().stream()
        .map(sample ->
            new Sample(
                sample.getKey(),
                sample.getValue().getFirst().kind(),
                sample.getValue().stream()
                    .map(mail -> new Titled(mail.language(), mail.subject()))
                    .toList()))
        .toList();
  }

  /** One sample in every language. */
  @GetMapping("/operations/mail-previews/{name}")
  List<Mail> one(@PathVariable("name") String name) {
    return previews
        .of(name)
        .map(mails -> mails.stream().map(Mail::of).toList())
        .orElseThrow(() -> Problems.notFound("There is no such sample"));
  }

  record Sample(
      @JsonProperty("name") String name,
      @JsonProperty("kind") String kind,
      @JsonProperty("subjects") List<Titled> subjects) {}

  record Titled(
      @JsonProperty("language") String language, @JsonProperty("subject") String subject) {}

  /** A mail as it would be sent. */
  record Mail(
      @JsonProperty("language") String language,
      @JsonProperty("subject") String subject,
      @JsonProperty("headers") String headers,
      @JsonProperty("text") String text,
      @JsonProperty("html") String html) {

    static Mail of(Preview mail) {
      return new Mail(mail.language(), mail.subject(), mail.headers(), mail.text(), mail.html());
    }
  }
}
