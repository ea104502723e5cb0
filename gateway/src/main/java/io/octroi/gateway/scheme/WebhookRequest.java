package io.octroi.gateway.scheme;

/**
 * What a scheme gets to see.
 *
 * @param url the endpoint's public address as the provider wrote it, query included; empty where
 *     none is configured
 * @param reference what follows the endpoint's name in the path; empty if nothing does
 * @param body the exact bytes of the request; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // signatures are over bytes; compared nowhere
public record WebhookRequest(String url, String reference, byte[] body, WebhookHeaders headers) {

  /** A request to an endpoint whose scheme looks at neither address nor path. */
  public WebhookRequest(byte[] body, WebhookHeaders headers) {
    this("", "", body, headers);
  }

  /** Without content, which may hold personal data. */
  @Override
  public String toString() {
    return "WebhookRequest[" + body.length + " bytes]";
  }
}
