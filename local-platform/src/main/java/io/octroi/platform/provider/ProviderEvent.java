package io.octroi.platform.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a provider would post about something that happened.
 *
 * @param id what it is known by; empty where the provider gives its notifications none
 * @param text the body; its UTF-8 bytes are what is signed
 */
public record ProviderEvent(String id, String type, Instant at, String text) {
  public byte[] body() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
