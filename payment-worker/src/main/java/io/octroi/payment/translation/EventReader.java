package io.octroi.payment.translation;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Unreadable;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The frame of every translator: whatever a body holds, something comes of it. */
public final class EventReader {
  private final int maxBodyBytes;
  private final JsonMapper json;

  public EventReader(TranslationProperties settings) {
    this.maxBodyBytes = settings.maxBodyBytes();
    this.json = StrictJson.mapper(settings.maxBodyBytes());
  }

  /** What {@code meaning} makes of a body of JSON that can be believed. */
  public Translation translate(
      VerifiedWebhook webhook, Function<ProviderObject, Translation> meaning) {
    if (!webhook.trust().believable()) {
      return new Nothing("unconfirmed");
    }
    if (isTooLarge(webhook)) {
      return new Unreadable("too_large");
    }
    try {
      return meaning.apply(new ProviderObject(json.readTree(webhook.body())));
    } catch (JacksonException e) {
      return new Unreadable("not_json");
    } catch (MalformedEventException e) {
      return new Unreadable(e.reason());
    }
  }

  /** Whether a body is longer than what is read. */
  public boolean isTooLarge(VerifiedWebhook webhook) {
    return webhook.body().length > maxBodyBytes;
  }

  /** What {@code question} asks about a body of JSON; nothing about any other body. */
  public Optional<Inquiry> inquire(
      VerifiedWebhook webhook, Function<ProviderObject, Optional<Inquiry>> question) {
    if (isTooLarge(webhook)) {
      return Optional.empty();
    }
    try {
      return question.apply(new ProviderObject(json.readTree(webhook.body())));
    } catch (JacksonException | MalformedEventException e) {
      return Optional.empty();
    }
  }
}
