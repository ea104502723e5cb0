package io.octroi.gateway.hyperpay;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.WebhookHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An encrypted notification: initialization vector, ciphertext and tag. The tag has all its sixteen
 * bytes: the platform would take shorter ones, which can be guessed.
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record HyperPayEnvelope(byte[] vector, byte[] sealed) {
  private static final int TAG_BITS = 128;
  private static final Pattern VECTOR = Pattern.compile("[0-9A-Fa-f]{24}");
  private static final Pattern TAG = Pattern.compile("[0-9A-Fa-f]{32}");
  private static final Pattern KEY = Pattern.compile("[0-9A-Fa-f]{64}");

  /** Reads headers and body in either form: bare hex, or JSON with {@code encryptedBody}. */
  static Attempt<HyperPayEnvelope> parse(WebhookHeaders headers, byte[] body) {
    return header(headers, "X-Initialization-Vector", VECTOR)
        .then(vector ->
            header(headers, "X-Authentication-Tag", TAG)
                .then(tag ->
                    ciphertext(body)
                        .then(text ->
                            Attempt.passed(
                                new HyperPayEnvelope(
                                    HexFormat.of().parseHex(vector),
                                    HexFormat.of().parseHex(text + tag))))));
  }

  static boolean isKey(String hex) {
    return KEY.matcher(hex).matches();
  }

  /** The plaintext, if {@code hexKey} is the key. */
  Optional<byte[]> open(String hexKey) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(HexFormat.of().parseHex(hexKey), "AES"),
          new GCMParameterSpec(TAG_BITS, vector));
      return Optional.of(cipher.doFinal(sealed));
    } catch (AEADBadTagException | InvalidAlgorithmParameterException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/GCM", e);
    }
  }

  private static Attempt<String> header(WebhookHeaders headers, String name, Pattern form) {
    return headers
        .single(name)
        .then(value ->
            form.matcher(value).matches()
                ? Attempt.passed(value)
                : Attempt.failed(RejectionReason.MALFORMED_HEADER));
  }

  private static Attempt<String> ciphertext(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).strip();
    if (!text.startsWith("{")) {
      return hex(text);
    }
    return switch (JsonBody.parse(body)) {
      case Attempt.Passed<JsonBody>(JsonBody json) -> hex(json.text("encryptedBody").orElse(""));
      case Attempt.Failed<JsonBody> _ -> Attempt.failed(RejectionReason.UNREADABLE_BODY);
    };
  }

  private static Attempt<String> hex(String text) {
    boolean readable =
        !text.isEmpty() && text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    return readable ? Attempt.passed(text) : Attempt.failed(RejectionReason.UNREADABLE_BODY);
  }

  /** Without content, which may hold personal data. */
  @Override
  public String toString() {
    return "HyperPayEnvelope[" + sealed.length + " bytes]";
  }
}
