package io.octroi.gateway.telegram;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.Audience;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.SharedToken;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telegram's updates: the secret token that was given to {@code setWebhook}, shown as it is. Weak:
 * it proves who speaks and nothing of what is said.
 */
public final class TelegramScheme implements WebhookScheme {
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /** What {@code setWebhook} takes. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  /** The only member that is not the update itself. */
  private static final String ID = "update_id";

  /** What an endpoint calls {@code telegram}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "telegram",
        Audience.CHANNELS,
        settings -> {
          settings.withoutProfile();
          return new TelegramScheme();
        });
  }

  @Override
  public boolean canUse(Secret secret) {
    return TOKEN.matcher(secret.value()).matches();
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        request
            .headers()
            .single(HEADER)
            .then(shown ->
                Proof.by(
                    secrets,
                    this::canUse,
                    secret -> SharedToken.matches(secret, shown),
                    RejectionReason.TOKEN_MISMATCH))
            .then(secret ->
                parse(request.body()).then(json -> event(json, receivedAt, secret.version()))));
  }

  private static Attempt<JsonBody> parse(byte[] body) {
    return body.length == 0 ? Attempt.failed(RejectionReason.EMPTY_BODY) : JsonBody.parse(body);
  }

  private static Attempt<Verified> event(JsonBody json, Instant receivedAt, String secretVersion) {
    Optional<Long> id = json.whole(ID);
    if (id.isEmpty()) {
      return Attempt.failed(RejectionReason.MALFORMED_BODY);
    }
    String type =
        json.names().stream()
            .filter(name -> !name.equals(ID) && JsonBody.identifies(name))
            .findFirst()
            .orElse(JsonBody.UNKNOWN_TYPE);
    String text = Long.toString(id.get());
    return Attempt.passed(
        new Verified(
            text,
            type,
            orderingKey(json, type).orElse(text),
            BodyTime.at(json, type, "date").orElse(receivedAt),
            secretVersion,
            Trust.WEAK));
  }

  /** The member that it is about; what is about the bot itself is ordered by its chat. */
  private static Optional<String> orderingKey(JsonBody json, String type) {
    return type.equals("my_chat_member")
        ? json.reference(type, "chat", "id")
        : json.reference(type, "new_chat_member", "user", "id")
            .or(() -> json.reference(type, "from", "id"))
            .or(() -> json.reference(type, "chat", "id"));
  }
}
