package io.octroi.payment.confirmation;

import io.octroi.payment.ledger.Sha256;
import java.nio.charset.StandardCharsets;

/** Tokens that notifications carry, as they are kept. */
final class Tokens {
  private Tokens() {}

  static String sha256(String token) {
    return Sha256.of(token.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
