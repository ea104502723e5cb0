package io.octroi.platform.smtp;

import java.io.ByteArrayOutputStream;

/** Text in 7 bits, as RFC 2045 writes it. What is not well-formed stays as it is. */
final class QuotedPrintable {
  private QuotedPrintable() {}

  static byte[] decode(byte[] encoded) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length);
    int i = 0;
    while (i < encoded.length) {
      if (encoded[i] != '=') {
        out.write(encoded[i++]);
      } else if (isLineEnd(encoded, i + 1)) {
        i = encoded[i + 1] == '\r' ? i + 3 : i + 2;
      } else {
        int value = i + 2 < encoded.length ? hex(encoded[i + 1], encoded[i + 2]) : -1;
        out.write(value < 0 ? encoded[i] : value);
        i += value < 0 ? 1 : 3;
      }
    }
    return out.toByteArray();
  }

  private static boolean isLineEnd(byte[] bytes, int i) {
    return i < bytes.length
        && (bytes[i] == '\n' || (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n'));
  }

  private static int hex(byte high, byte low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h * 16 + l;
  }
}
