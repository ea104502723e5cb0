package io.octroi.gateway.scheme;

import java.util.Locale;

/** Why a request is not let in. The wire name is what logs, metrics and answers carry. */
public enum RejectionReason {
  MISSING_HEADER(Cause.SHAPE),
  MALFORMED_HEADER(Cause.SHAPE),
  DUPLICATE_HEADER(Cause.SHAPE),
  HEADER_TOO_LARGE(Cause.SHAPE),
  UNREADABLE_BODY(Cause.SHAPE),
  MALFORMED_REFERENCE(Cause.SHAPE),
  NO_SUPPORTED_SCHEME(Cause.PROOF),
  UNSUPPORTED_ALGORITHM(Cause.PROOF),
  SIGNATURE_MISMATCH(Cause.PROOF),
  TOKEN_MISMATCH(Cause.PROOF),
  MISSING_TOKEN(Cause.SHAPE),
  DECRYPT_FAILED(Cause.PROOF),
  CERT_URL_NOT_ALLOWED(Cause.PROOF),
  CERT_UNTRUSTED(Cause.PROOF),
  CERT_EXPIRED(Cause.PROOF),
  CERT_NOT_YET_VALID(Cause.PROOF),
  CERT_SUBJECT(Cause.PROOF),
  CERT_WEAK_KEY(Cause.PROOF),
  TOPIC_NOT_ALLOWED(Cause.PROOF),
  SUBSCRIBE_URL_NOT_ALLOWED(Cause.PROOF),
  TIMESTAMP_STALE(Cause.SIGNED),
  TIMESTAMP_FUTURE(Cause.SIGNED),
  MISSING_TIMESTAMP(Cause.SIGNED),
  EMPTY_BODY(Cause.SIGNED),
  MALFORMED_BODY(Cause.SIGNED),
  MALFORMED_FIELD(Cause.SIGNED),
  MISCONFIGURED_SECRET(Cause.OURS),
  CERT_UNAVAILABLE(Cause.TRANSIENT);

  private enum Cause {
    /** It cannot be read as far as a verdict needs it, whoever wrote it. */
    SHAPE,
    /** Nothing proves that the holder of the secret wrote it. */
    PROOF,
    /** The holder of the secret wrote it, and it is still of no use. */
    SIGNED,
    /** We cannot verify anything at all. */
    OURS,
    /** What is needed to verify cannot be had now; the same request may pass later. */
    TRANSIENT
  }

  private final Cause cause;

  RejectionReason(Cause cause) {
    this.cause = cause;
  }

  /** The value on the wire: {@code signature-mismatch}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the signature held, so that the sender is who it says it is. */
  public boolean signed() {
    return cause == Cause.SIGNED;
  }

  /** Whether the fault lies in our configuration and not in the request. */
  public boolean ours() {
    return cause == Cause.OURS;
  }

  /** Whether the same request may pass later, without anybody changing anything. */
  public boolean passing() {
    return cause == Cause.TRANSIENT;
  }

  /** Whether the holder of a secret that we do not know may have written it. */
  public boolean mayBeAnotherSecret() {
    return this == SIGNATURE_MISMATCH || this == TOKEN_MISMATCH || this == DECRYPT_FAILED;
  }

  /** Whether it may have been genuine all the same, and the fault ours. */
  public boolean mayBeGenuine() {
    return mayBeAnotherSecret() || this == MISCONFIGURED_SECRET || name().startsWith("CERT_");
  }

  /** Whether the sender may be told: it says nothing about a key to one who does not hold it. */
  public boolean tellable() {
    return cause == Cause.SHAPE || cause == Cause.SIGNED;
  }
}
