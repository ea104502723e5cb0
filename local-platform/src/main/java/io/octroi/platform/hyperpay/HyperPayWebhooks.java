package io.octroi.platform.hyperpay;

import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts deliveries as OPPWA does: AES-256-GCM with the endpoint's key. */
public final class HyperPayWebhooks {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private HyperPayWebhooks() {}

  /** A delivery as hex text. */
  public static SignedWebhook encrypt(byte[] body, String hexKey) {
    Encrypted encrypted = encrypted(body, hexKey);
    return encrypted.headersOn(
        SignedWebhook.post("text/plain", encrypted.hex().getBytes(StandardCharsets.US_ASCII)));
  }

  /** A delivery as JSON around the hex text. */
  public static SignedWebhook encryptAsJson(byte[] body, String hexKey) {
    Encrypted encrypted = encrypted(body, hexKey);
    String json = Json.write(Json.object().put("encryptedBody", encrypted.hex()));
    return encrypted.headersOn(SignedWebhook.json(json.getBytes(StandardCharsets.UTF_8)));
  }

  private record Encrypted(String iv, String tag, String hex) {
    SignedWebhook headersOn(SignedWebhook webhook) {
      return webhook
          .withHeader("X-Initialization-Vector", iv)
          .withHeader("X-Authentication-Tag", tag);
    }
  }

  private static Encrypted encrypted(byte[] body, String hexKey) {
    HexFormat hex = HexFormat.of().withUpperCase();
    byte[] iv = new byte[IV_BYTES];
    RANDOM.nextBytes(iv);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(HexFormat.of().parseHex(hexKey), "AES"),
          new GCMParameterSpec(TAG_BYTES * 8, iv));
      byte[] whole = cipher.doFinal(body);
      int end = whole.length - TAG_BYTES;
      return new Encrypted(
          hex.formatHex(iv), hex.formatHex(whole, end, whole.length), hex.formatHex(whole, 0, end));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
