package io.octroi.gateway.certificate;

import java.net.URI;

/** Where signing certificates come from. Asked only for addresses that a scheme has allowed. */
@FunctionalInterface
public interface CertificateSource {

  /** What is found at {@code url}. Never throws. */
  Fetch fetch(URI url);

  /** What came of asking. */
  sealed interface Fetch {

    /**
     * Certificates in PEM, or whatever else was there.
     *
     * @param pem the bytes as they came
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Found(byte[] pem) implements Fetch {}

    /** Nothing to be had there now. */
    record Unavailable() implements Fetch {}
  }
}
