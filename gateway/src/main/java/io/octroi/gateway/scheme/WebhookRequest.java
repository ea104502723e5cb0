package io.octroi.gateway.scheme;

/**
 * What a scheme gets to see.
 *
 * @param body the exact bytes of the request; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // signatures are over bytes; compared nowhere
public record WebhookRequest(byte[] body, WebhookHeaders headers) {

  /** Without content, which may hold personal data. */
  @Override
  public String toString() {
    return "WebhookRequest[" + body.length + " bytes]";
  }
}
