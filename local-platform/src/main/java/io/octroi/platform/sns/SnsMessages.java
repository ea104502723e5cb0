package io.octroi.platform.sns;

import io.octroi.platform.certificate.CertificateAuthority;
import io.octroi.platform.certificate.IssuedCertificate;
import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Signs notifications as SNS does, with a certificate of its own authority. */
public final class SnsMessages {
  private static final Duration YEAR = Duration.ofDays(365);

  private final String topicArn;
  private final String certificateUrl;
  private final CertificateAuthority authority;
  private final IssuedCertificate certificate;

  private SnsMessages(
      String topicArn,
      String certificateUrl,
      CertificateAuthority authority,
      IssuedCertificate certificate) {
    this.topicArn = topicArn;
    this.certificateUrl = certificateUrl;
    this.authority = authority;
    this.certificate = certificate;
  }

  /** With a fresh authority and a certificate that is good for a year each way. */
  public static SnsMessages create(String topicArn, String certificateUrl, Instant now) {
    CertificateAuthority authority = CertificateAuthority.create("Throw-away root", now);
    return new SnsMessages(
        topicArn,
        certificateUrl,
        authority,
        authority.issue(
            "sns.amazonaws.com",
            new CertificateAuthority.Validity(now.minus(YEAR), now.plus(YEAR))));
  }

  /** What the endpoint has to trust. */
  public X509Certificate root() {
    return authority.certificate();
  }

  /** What a GET of the certificate's address would answer. */
  public String certificatePem() {
    return certificate.pem();
  }

  /** A notification around any text, such as SES's JSON about a bounce. */
  public SignedWebhook notification(String message, Instant at) {
    return signed("Notification", message, Map.of(), at);
  }

  /** The first message to a new subscriber. */
  public SignedWebhook subscriptionConfirmation(String subscribeUrl, Instant at) {
    return signed(
        "SubscriptionConfirmation",
        "You have chosen to subscribe to the topic " + topicArn,
        Map.of("SubscribeURL", subscribeUrl, "Token", "2336412f37fb687f5d51e6e2425e"),
        at);
  }

  private SignedWebhook signed(String type, String message, Map<String, String> more, Instant at) {
    // In byte order, which is the order of signing.
    TreeMap<String, String> fields = new TreeMap<>(more);
    fields.put("Message", message);
    fields.put("MessageId", UUID.randomUUID().toString());
    fields.put("Timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
    fields.put("TopicArn", topicArn);
    fields.put("Type", type);
    StringBuilder text = new StringBuilder();
    fields.forEach((name, value) -> text.append(name).append('\n').append(value).append('\n'));
    ObjectNode body = Json.object();
    fields.forEach(body::put);
    body.put("SignatureVersion", "2");
    body.put("Signature", certificate.sign("SHA256withRSA", text.toString()));
    body.put("SigningCertURL", certificateUrl);
    return SignedWebhook.post(
            "text/plain; charset=UTF-8", Json.write(body).getBytes(StandardCharsets.UTF_8))
        .withHeader("x-amz-sns-message-type", type)
        .withHeader("x-amz-sns-topic-arn", topicArn);
  }
}
