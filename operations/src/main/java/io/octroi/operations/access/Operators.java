package io.octroi.operations.access;

import io.octroi.runtime.secret.SensitiveSetting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Knows operators by the SHA-256 of their tokens, and one by a token that may be in Secrets Manager
 * and change at any moment.
 */
final class Operators {
  private final List<Known> known = new ArrayList<>();
  private final Operator bearer;
  private final SensitiveSetting token;

  /**
   * @param token of who is called {@code token-name}; empty for nobody
   */
  Operators(OperationsProperties properties, SensitiveSetting token) {
    for (OperationsProperties.Credential credential : properties.operators()) {
      known.add(
          new Known(
              new Operator(credential.name()), HexFormat.of().parseHex(credential.tokenSha256())));
    }
    this.bearer = new Operator(properties.tokenName());
    this.token = token;
  }

  /** Who presents this token. Takes as long whoever it is, and for a stranger. */
  Optional<Operator> identify(String presented) {
    String current = token.value();
    Optional<Operator> found = identify(presented, current);
    // A stranger may be an operator whose new token is not known here yet.
    return found.isEmpty() && token.isOtherThan(current)
        ? identify(presented, token.value())
        : found;
  }

  private Optional<Operator> identify(String presented, String current) {
    byte[] hash = sha256(presented);
    Optional<Operator> found = Optional.empty();
    for (Known candidate : known) {
      if (MessageDigest.isEqual(candidate.tokenSha256(), hash)) {
        found = Optional.of(candidate.operator());
      }
    }
    if (MessageDigest.isEqual(sha256(current), hash) && !current.isEmpty()) {
      found = Optional.of(bearer);
    }
    return found;
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Known(Operator operator, byte[] tokenSha256) {}
}
