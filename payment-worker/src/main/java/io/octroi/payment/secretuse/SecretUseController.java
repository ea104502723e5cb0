package io.octroi.payment.secretuse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which versions of secrets proved webhooks, whichever gateway let them in. */
@RestController
class SecretUseController {
  private final SecretUses uses;
  private final Unread unread;
  private final Clock clock;

  SecretUseController(SecretUses uses, Unread unread, Clock clock) {
    this.uses = uses;
    this.unread = unread;
    this.clock = clock;
  }

  /**
   * All that is known.
   *
   * @param unread how many webhooks wait to be read; while there are any, or nobody knows, a
   *     version may have been used later than it seems
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Report(
      @JsonProperty("as_of") Instant asOf,
      @JsonProperty("unread") @Nullable Long unread,
      @JsonProperty("items") List<Version> items) {}

  /** One version that proved something. */
  record Version(
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("version") String version,
      @JsonProperty("first_used_at") Instant firstUsedAt,
      @JsonProperty("last_used_at") Instant lastUsedAt,
      @JsonProperty("uses") long uses,
      @JsonProperty("watched_since") Instant watchedSince) {}

  @GetMapping("/operations/secrets")
  Report secrets() {
    // Counted first: what comes in between can only make the versions look younger.
    OptionalLong waiting = unread.count();
    List<Version> versions =
        uses.all().stream()
            .map(use ->
                new Version(
                    use.endpoint(),
                    use.version(),
                    use.firstUsedAt(),
                    use.lastUsedAt(),
                    use.uses(),
                    use.watchedSince()))
            .toList();
    return new Report(clock.instant(), waiting.isPresent() ? waiting.getAsLong() : null, versions);
  }
}
