package io.octroi.gateway.orangemoney;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.Audience;
import io.octroi.gateway.scheme.EventId;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Sha256;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Orange Money WebPay: nothing is signed. The body shows a token that Orange gave out when the
 * payment was opened; only who keeps the orders can say whose it is. Here the body must be JSON
 * with a token in it, and the token stays out of ids, keys and logs: its digest stands for it. A
 * hint to ask, never more.
 */
public final class OrangeMoneyScheme implements WebhookScheme {
  /** A genuine notification has a few hundred bytes; strangers get no room for more. */
  static final int MAX_BODY = 16 * 1_024;

  private static final String EVENT_TYPE = "notification";
  private static final String TOKEN = "notif_token";
  private static final int HASH_LENGTH = 32;

  /** What an endpoint calls {@code orange-money}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "orange-money",
        "orange_money",
        Audience.PAYMENTS,
        settings -> {
          settings.withoutProfile();
          return new OrangeMoneyScheme();
        });
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
        parse(request.body())
            .then(json ->
                token(json).then(token -> Attempt.passed(event(token, request, receivedAt)))));
  }

  /** Whatever is wrong with it, nothing is proved: not the sender's fault but a stranger's. */
  private static Attempt<JsonBody> parse(byte[] body) {
    if (body.length > MAX_BODY) {
      return Attempt.failed(RejectionReason.UNREADABLE_BODY);
    }
    return switch (JsonBody.parse(body)) {
      case Attempt.Passed<JsonBody> passed -> passed;
      case Attempt.Failed<JsonBody> _ -> Attempt.failed(RejectionReason.UNREADABLE_BODY);
    };
  }

  private static Attempt<String> token(JsonBody json) {
    if (json.lacks(TOKEN)) {
      return Attempt.failed(RejectionReason.MISSING_TOKEN);
    }
    Optional<String> token = json.identifier(TOKEN);
    return token.isPresent()
        ? Attempt.passed(token.get())
        : Attempt.failed(RejectionReason.UNREADABLE_BODY);
  }

  private static Verified event(String token, WebhookRequest request, Instant receivedAt) {
    String digest = Sha256.hex(token).substring(0, HASH_LENGTH);
    return new Verified(
        EventId.of(digest, Sha256.hex(request.body()).substring(0, HASH_LENGTH)),
        EVENT_TYPE,
        // Who could name any order is not asked for one: the token alone finds it.
        digest,
        receivedAt,
        Provenance.NO_SECRET,
        Trust.HINT);
  }
}
