package io.octroi.bench.floor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies a Stripe signature: HMAC-SHA256 over time, dot and body, compared in constant time. */
final class HmacWork implements Work {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] TIME = "1767225600.".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;
  private final byte[] body;
  private final String signature;

  HmacWork(byte[] body, String secret) throws GeneralSecurityException {
    this.mac = Mac.getInstance(ALGORITHM);
    this.mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    this.body = body;
    this.signature = HexFormat.of().formatHex(digest());
  }

  /** What it expects, in hexadecimal digits as Stripe writes it. */
  String signature() {
    return signature;
  }

  private byte[] digest() {
    mac.update(TIME);
    return mac.doFinal(body);
  }

  @Override
  public void run(BooleanSupplier going, LongAdder done) {
    while (going.getAsBoolean()) {
      if (!MessageDigest.isEqual(digest(), HexFormat.of().parseHex(signature))) {
        throw new IllegalStateException("the same bytes have another signature");
      }
      done.increment();
    }
  }
}
