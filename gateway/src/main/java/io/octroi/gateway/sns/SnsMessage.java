package io.octroi.gateway.sns;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message as it was posted, believed in nothing until its signature held. */
record SnsMessage(JsonBody json, Kind kind) {
  private static final String HOST = "sns\\.[a-zA-Z0-9-]{3,63}\\.amazonaws\\.com(\\.cn)?";
  private static final Pattern CERTIFICATE =
      Pattern.compile("https://" + HOST + "/SimpleNotificationService-[A-Za-z0-9]{1,64}\\.pem");
  private static final Pattern SUBSCRIPTION =
      Pattern.compile("https://" + HOST + "/\\?[!-~&&[^#]]{1,2000}");

  /** What there is to say, and which members a signature covers, in which order. */
  @SuppressWarnings("ImmutableEnumChecker") // what List.of makes never changes
  enum Kind {
    NOTIFICATION("Notification", "Message MessageId Subject Timestamp TopicArn Type"),
    SUBSCRIPTION(
        "SubscriptionConfirmation", "Message MessageId SubscribeURL Timestamp Token TopicArn Type"),
    UNSUBSCRIPTION(
        "UnsubscribeConfirmation", "Message MessageId SubscribeURL Timestamp Token TopicArn Type");

    private final String wireName;
    private final List<String> signed;

    Kind(String wireName, String signed) {
      this.wireName = wireName;
      this.signed = List.of(signed.split(" ", -1));
    }

    String wireName() {
      return wireName;
    }
  }

  static Attempt<SnsMessage> parse(byte[] body) {
    return switch (JsonBody.parse(body)) {
      case Attempt.Passed<JsonBody>(JsonBody json) -> of(json);
      case Attempt.Failed<JsonBody> _ -> Attempt.failed(RejectionReason.UNREADABLE_BODY);
    };
  }

  private static Attempt<SnsMessage> of(JsonBody json) {
    String type = json.text("Type").orElse("");
    for (Kind kind : Kind.values()) {
      if (kind.wireName.equals(type)) {
        SnsMessage message = new SnsMessage(json, kind);
        return message.complete()
            ? Attempt.passed(message)
            : Attempt.failed(RejectionReason.UNREADABLE_BODY);
      }
    }
    return Attempt.failed(RejectionReason.UNREADABLE_BODY);
  }

  private boolean complete() {
    boolean all =
        kind.signed.stream()
            .filter(name -> !name.equals("Subject"))
            .allMatch(name -> json.text(name).isPresent());
    return all
        && json.identifier("MessageId").isPresent()
        && json.text("Signature").isPresent()
        && (json.lacks("Subject") || json.text("Subject").isPresent());
  }

  /** The address of the certificate, if SNS can have one there. */
  Attempt<URI> certificate() {
    return json.text("SigningCertURL")
        .filter(url -> CERTIFICATE.matcher(url).matches())
        .<Attempt<URI>>map(url -> Attempt.passed(URI.create(url)))
        .orElseGet(() -> Attempt.failed(RejectionReason.CERT_URL_NOT_ALLOWED));
  }

  /** Whether the address that confirms a subscription, where there is one, is SNS's own. */
  boolean leadsToSns() {
    return kind == Kind.NOTIFICATION
        || json.text("SubscribeURL").filter(url -> SUBSCRIPTION.matcher(url).matches()).isPresent();
  }

  /** The algorithm by the version that the message names; empty if there is no such version. */
  Optional<String> algorithm() {
    return switch (json.text("SignatureVersion").orElse("")) {
      case "1" -> Optional.of("SHA1withRSA");
      case "2" -> Optional.of("SHA256withRSA");
      default -> Optional.empty();
    };
  }

  boolean provenBy(PublicKey key, String algorithm) {
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(signed().getBytes(StandardCharsets.UTF_8));
      return verifier.verify(Base64.getDecoder().decode(json.text("Signature").orElse("")));
    } catch (IllegalArgumentException | SignatureException e) {
      return false; // not Base64, or not as long as the key's signatures are
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private String signed() {
    StringBuilder text = new StringBuilder();
    for (String name : kind.signed) {
      json.text(name).ifPresent(value -> text.append(name).append('\n').append(value).append('\n'));
    }
    return text.toString();
  }

  /** Without content: there are addresses of people in it. */
  @Override
  public String toString() {
    return "SnsMessage[" + kind + "]";
  }
}
