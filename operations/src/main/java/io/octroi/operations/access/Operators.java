package io.octroi.operations.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Knows operators by the SHA-256 of their tokens. */
final class Operators {
  private final List<Known> known = new ArrayList<>();

  Operators(OperationsProperties properties) {
    for (OperationsProperties.Credential credential : properties.operators()) {
      known.add(
          new Known(
              new Operator(credential.name()), HexFormat.of().parseHex(credential.tokenSha256())));
    }
    if (!properties.token().isEmpty()) {
      known.add(new Known(new Operator(properties.tokenName()), sha256(properties.token())));
    }
  }

  /** Who presents this token. Takes as long whoever it is, and for a stranger. */
  Optional<Operator> identify(String token) {
    byte[] presented = sha256(token);
    Optional<Operator> found = Optional.empty();
    for (Known candidate : known) {
      if (MessageDigest.isEqual(candidate.tokenSha256(), presented)) {
        found = Optional.of(candidate.operator());
      }
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
