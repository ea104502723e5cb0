package io.octroi.gateway.sns;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.gateway.certificate.CertificateTrust;
import io.octroi.gateway.certificate.SigningCertificates;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.Audience;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.SchemeSettings;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Amazon SNS over HTTPS, signature versions 1 (RSA with SHA-1) and 2 (with SHA-256). Anybody can
 * have a topic of his own sign whatever he likes, so the topics that may speak are configured. The
 * request that confirms a subscription is passed on like any other message: whoever reads it makes
 * the call, to an address that was found to be SNS's own.
 */
public final class SnsScheme implements WebhookScheme {
  /** SNS gives up on an endpoint within the hour. */
  static final Tolerance TOLERANCE = new Tolerance(Duration.ofHours(1), Duration.ofMinutes(5));

  private static final String TOPICS_OPTION = "topic-arns";
  private static final Set<String> SUBJECTS = Set.of("sns.amazonaws.com", "sns.amazonaws.com.cn");

  private final Set<String> topics;
  private final Tolerance tolerance;
  private final SigningCertificates certificates;

  SnsScheme(Set<String> topics, Tolerance tolerance, SigningCertificates certificates) {
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("needs the option " + TOPICS_OPTION);
    }
    this.topics = Set.copyOf(topics);
    this.tolerance = tolerance;
    this.certificates = certificates;
  }

  /** What an endpoint calls {@code sns}. */
  public static SchemeDefinition definition(CertificateTrust trust) {
    return new SchemeDefinition(
        "sns", Audience.CHANNELS, settings -> create(settings, trust.of(settings)));
  }

  private static SnsScheme create(SchemeSettings settings, SigningCertificates certificates) {
    if (!settings.profile().isEmpty()) {
      throw new IllegalArgumentException("the scheme has no profiles, found " + settings.profile());
    }
    String topics =
        settings
            .withOptions(Set.of(CertificateTrust.OPTION, TOPICS_OPTION))
            .options()
            .getOrDefault(TOPICS_OPTION, "");
    return new SnsScheme(
        Arrays.stream(topics.split(",", -1))
            .map(String::strip)
            .filter(topic -> !topic.isEmpty())
            .collect(Collectors.toSet()),
        settings.toleranceOr(TOLERANCE),
        certificates);
  }

  @Override
  public boolean needsSecret() {
    return false;
  }

  @Override
  public boolean canUse(Secret secret) {
    return false;
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        SnsMessage.parse(request.body())
            .then(message -> proof(message, receivedAt))
            .then(this::allowed)
            .then(message -> event(message, receivedAt)));
  }

  private Attempt<SnsMessage> proof(SnsMessage message, Instant receivedAt) {
    if (message.algorithm().isEmpty()) {
      return Attempt.failed(RejectionReason.UNSUPPORTED_ALGORITHM);
    }
    return message
        .certificate()
        .then(url -> certificates.key(url, SUBJECTS, receivedAt))
        .then(key ->
            message.provenBy(key, message.algorithm().get())
                ? Attempt.passed(message)
                : Attempt.failed(RejectionReason.SIGNATURE_MISMATCH));
  }

  private Attempt<SnsMessage> allowed(SnsMessage message) {
    if (message.json().text("TopicArn").filter(topics::contains).isEmpty()) {
      return Attempt.failed(RejectionReason.TOPIC_NOT_ALLOWED);
    }
    return message.leadsToSns()
        ? Attempt.passed(message)
        : Attempt.failed(RejectionReason.SUBSCRIBE_URL_NOT_ALLOWED);
  }

  private Attempt<Verified> event(SnsMessage message, Instant receivedAt) {
    return BodyTime.at(message.json(), "Timestamp")
        .<Attempt<Instant>>map(Attempt::passed)
        .orElseGet(() -> Attempt.failed(RejectionReason.MISSING_TIMESTAMP))
        .then(sentAt -> tolerance.check(sentAt, receivedAt))
        .then(sentAt -> {
          String id = message.json().identifier("MessageId").orElse("");
          return Attempt.passed(
              new Verified(
                  id, message.kind().wireName(), id, sentAt, Provenance.NO_SECRET, Trust.SIGNED));
        });
  }
}
