package io.octroi.contracts;

/**
 * How a webhook's bytes came to us and what proves them.
 *
 * @param trust how far the bytes can be believed
 * @param secretVersion which version of the endpoint's secret verified them; {@value #NO_SECRET}
 *     where none did
 * @param origin the way they came on
 * @param sealedSha256 for encrypted schemes the SHA-256 of the ciphertext, 64 lower-case hex
 *     digits; empty where the bytes are those that arrived
 */
public record Provenance(Trust trust, String secretVersion, Origin origin, String sealedSha256) {
  /** The secret version of bytes that no secret proved. */
  public static final String NO_SECRET = "none";

  /** Posted in the clear and proved by a version of the endpoint's secret. */
  public static Provenance webhook(Trust trust, String secretVersion) {
    return new Provenance(trust, secretVersion, Origin.WEBHOOK, "");
  }

  /** The provider's own words, asked for by us. */
  public static Provenance fetched(Origin origin) {
    return new Provenance(Trust.FETCHED, NO_SECRET, origin, "");
  }
}
