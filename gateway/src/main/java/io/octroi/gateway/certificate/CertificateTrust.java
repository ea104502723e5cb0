package io.octroi.gateway.certificate;

import io.octroi.gateway.scheme.SchemeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whom an endpoint trusts to vouch for its provider's certificates, by its settings. */
public final class CertificateTrust {
  /** The option that names a PEM file with the roots to trust instead of the platform's. */
  public static final String OPTION = "trust-anchors";

  private final CertificateSource source;
  private final TrustAnchors anchors;

  /**
   * With what endpoints trust that name no file of their own.
   *
   * @param anchors the roots of all other endpoints
   */
  public CertificateTrust(CertificateSource source, TrustAnchors anchors) {
    this.source = source;
    this.anchors = anchors;
  }

  /**
   * The certificates of an endpoint.
   *
   * @throws IllegalArgumentException if the file cannot be read or has no certificate in it
   */
  public SigningCertificates of(SchemeSettings settings) {
    String file = settings.options().getOrDefault(OPTION, "");
    return new SigningCertificates(source, file.isEmpty() ? anchors : read(file));
  }

  private static TrustAnchors read(String file) {
    try {
      return TrustAnchors.ofPem(Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read its " + OPTION, e);
    }
  }
}
