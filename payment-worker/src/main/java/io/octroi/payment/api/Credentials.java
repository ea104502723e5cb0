package io.octroi.payment.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What proves to a provider that it is us; texts by name. */
public final class Credentials {
  private final Map<String, String> texts;

  Credentials(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /**
   * @throws MissingCredentialException when the secret has no such text
   */
  public String text(String name) {
    return Optional.ofNullable(texts.get(name))
        .filter(text -> !text.isEmpty())
        .orElseThrow(MissingCredentialException::new);
  }

  /** The value of an {@code Authorization} header. */
  public String basic(String user, String password) {
    String pair = text(user) + ":" + text(password);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "Credentials[]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Credentials c && texts.equals(c.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  /** A secret without what the provider asks for; never leaves this package. */
  static final class MissingCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
