package io.octroi.gateway.unsubscribe;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.Audience;
import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One-click unsubscription (RFC 8058), posted by the mail program of whoever got the mail. The path
 * ends with a token: 16 bytes, the mail's notification, and 32 bytes, their HMAC-SHA256 keyed with
 * the endpoint's secret, in unpadded URL-safe Base64. A mail may be old, so nothing dates it, and
 * doing it twice changes nothing. A link that is only opened is not enough: programs that look at
 * links do so with GET, or without the words that the standard demands.
 */
public final class UnsubscribeScheme implements WebhookScheme {
  private static final byte[] PURPOSE = "octroi.unsubscribe.v1".getBytes(StandardCharsets.US_ASCII);
  private static final int MIN_SECRET = 32;
  private static final int MAX_BODY = 4 * 1_024;
  private static final int ID_BYTES = 16;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{64}");
  private static final String EVENT_TYPE = "one-click";

  /** What an endpoint calls {@code unsubscribe}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "unsubscribe",
        Audience.CHANNELS,
        settings -> {
          settings.withoutProfile();
          return new UnsubscribeScheme();
        });
  }

  @Override
  public boolean canUse(Secret secret) {
    return secret.value().strip().length() >= MIN_SECRET;
  }

  @Override
  public boolean takesReference() {
    return true;
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        token(request.reference())
            .then(token -> asked(request.body(), token))
            .then(token ->
                Proof.by(
                        secrets,
                        this::canUse,
                        secret -> proves(secret, token),
                        RejectionReason.TOKEN_MISMATCH)
                    .then(secret -> Attempt.passed(event(token, receivedAt, secret)))));
  }

  private static Attempt<ByteBuffer> token(String reference) {
    return TOKEN.matcher(reference).matches()
        ? Attempt.passed(ByteBuffer.wrap(Base64.getUrlDecoder().decode(reference)))
        : Attempt.failed(RejectionReason.MALFORMED_REFERENCE);
  }

  /** The standard lets the words come in either kind of form. */
  private static Attempt<ByteBuffer> asked(byte[] body, ByteBuffer token) {
    if (body.length > MAX_BODY) {
      return Attempt.failed(RejectionReason.UNREADABLE_BODY);
    }
    String form = new String(body, StandardCharsets.ISO_8859_1);
    return form.contains("List-Unsubscribe") && form.contains("One-Click")
        ? Attempt.passed(token)
        : Attempt.failed(RejectionReason.UNREADABLE_BODY);
  }

  private static boolean proves(Secret secret, ByteBuffer token) {
    byte[] id = new byte[ID_BYTES];
    byte[] shown = new byte[token.capacity() - ID_BYTES];
    token.get(0, id).get(ID_BYTES, shown);
    byte[] key = secret.value().strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(Hmac.sha256(key, PURPOSE, id), shown);
  }

  private static Verified event(ByteBuffer token, Instant receivedAt, Secret secret) {
    String notification = new UUID(token.getLong(0), token.getLong(Long.BYTES)).toString();
    return new Verified(
        notification, EVENT_TYPE, notification, receivedAt, secret.version(), Trust.SIGNED);
  }
}
