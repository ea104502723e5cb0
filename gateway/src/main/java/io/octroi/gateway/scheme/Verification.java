package io.octroi.gateway.scheme;

import io.octroi.contracts.Trust;
import java.time.Instant;

/** The verdict on one request. */
public sealed interface Verification {

  /**
   * The bytes are the provider's.
   *
   * @param eventId the provider's own id, the same at every retry; at most 255 characters
   * @param eventType the provider's own name, {@link JsonBody#UNKNOWN_TYPE} if it gives none
   * @param orderingKey the object whose events must stay in order
   * @param occurredAt when it happened, by the provider's clock
   * @param secretVersion which of the secrets proved it
   * @param trust how far the bytes can be believed
   * @param content the bytes to go on with
   */
  record Verified(
      String eventId,
      String eventType,
      String orderingKey,
      Instant occurredAt,
      String secretVersion,
      Trust trust,
      Content content)
      implements Verification {

    /** The bytes go on as they arrived. */
    public Verified(
        String eventId,
        String eventType,
        String orderingKey,
        Instant occurredAt,
        String secretVersion,
        Trust trust) {
      this(
          eventId,
          eventType,
          orderingKey,
          occurredAt,
          secretVersion,
          trust,
          new Content.AsReceived());
    }
  }

  /** The bytes that stand for a request from here on. */
  sealed interface Content {

    /** Those of the request. */
    record AsReceived() implements Content {}

    /**
     * What was found inside an encrypted request.
     *
     * @param plaintext what the provider had to say
     */
    @SuppressWarnings("ArrayRecordComponent") // published as it is; compared nowhere
    record Opened(byte[] plaintext) implements Content {

      /** Without content, which may hold personal data. */
      @Override
      public String toString() {
        return "Opened[" + plaintext.length + " bytes]";
      }
    }
  }

  /** Not let in. */
  record Rejected(RejectionReason reason) implements Verification {}
}
