package io.octroi.bench.load;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes signed requests, each for an event of its own. All are of one length: what differs is
 * written over a copy, so that a request costs a copy and an HMAC. For one thread.
 */
final class Requests {
  private static final int SECONDS_DIGITS = 10;
  private static final int HEX_DIGITS = 64;
  private static final HexFormat HEX = HexFormat.of();

  private final EventTemplate template;
  private final byte[] request;
  private final int bodyAt;
  private final int secondsAt;
  private final int signatureAt;
  private final Mac mac;
  private long second = -1;

  Requests(URI endpoint, String secret, EventTemplate template) {
    this.template = template;
    String upToSeconds =
        "POST "
            + endpoint.getRawPath()
            + " HTTP/1.1\r\nHost: "
            + endpoint.getRawAuthority()
            + "\r\nUser-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)"
            + "\r\nAccept: */*; q=0.5, application/xml"
            + "\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
            + template.size()
            + "\r\nStripe-Signature: t=";
    String upToSignature = upToSeconds + "0".repeat(SECONDS_DIGITS) + ",v1=";
    String head = upToSignature + "0".repeat(HEX_DIGITS) + "\r\n\r\n";
    this.secondsAt = upToSeconds.length();
    this.signatureAt = upToSignature.length();
    this.bodyAt = head.length();
    this.request = new byte[bodyAt + template.size()];
    byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, request, 0, bytes.length);
    this.mac = mac(secret);
  }

  private static Mac mac(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Of each request, in bytes. */
  int size() {
    return request.length;
  }

  /**
   * Leaves the request in {@code target}, ready to be read.
   *
   * @param number of the event
   * @param epochSecond when it is signed
   */
  void write(long number, long epochSecond, ByteBuffer target) {
    if (epochSecond != second) {
      second = epochSecond;
      byte[] digits = Long.toString(epochSecond).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(digits, 0, request, secondsAt, SECONDS_DIGITS);
    }
    template.write(number, request, bodyAt);
    mac.update(request, secondsAt, SECONDS_DIGITS);
    mac.update((byte) '.');
    mac.update(request, bodyAt, request.length - bodyAt);
    byte[] signature = HEX.formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(signature, 0, request, signatureAt, HEX_DIGITS);
    target.clear();
    target.put(request);
    target.flip();
  }
}
