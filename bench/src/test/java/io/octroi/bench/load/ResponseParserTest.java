package io.octroi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseParserTest {
  private static final String EMPTY =
      "HTTP/1.1 202 \r\nContent-Length: 0\r\nDate: Sat, 21 Nov 2026 10:00:00 GMT\r\n\r\n";
  private static final String WITH_BODY =
      "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 11\r\nConnection: close\r\n\r\n{\"a\": \"\\n\"}";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "5;x=y\r\nhe\r\no\r\n1\r\n!\r\n0\r\nExpires: 0\r\n\r\n";

  private final ResponseParser parser = new ResponseParser();

  @Test
  void an_answer_in_one_piece_is_read() {
    assertThat(parser.read(bytes(EMPTY))).isTrue();
    assertThat(parser.status()).isEqualTo(202);
    assertThat(parser.isLastOne()).isFalse();
  }

  @Test
  void an_answer_may_be_split_anywhere() {
    for (String whole : new String[] {EMPTY, WITH_BODY, CHUNKED}) {
      for (int split = 1; split < whole.length(); split++) {
        parser.reset();
        assertThat(parser.read(bytes(whole.substring(0, split))))
            .as("%s at %d", whole, split)
            .isFalse();
        assertThat(parser.read(bytes(whole.substring(split))))
            .as("%s at %d", whole, split)
            .isTrue();
      }
    }
  }

  @Test
  void an_answer_may_come_byte_by_byte() {
    for (int at = 0; at < CHUNKED.length() - 1; at++) {
      assertThat(parser.read(bytes(CHUNKED.substring(at, at + 1)))).isFalse();
    }
    assertThat(parser.read(bytes("\n"))).isTrue();
  }

  @Test
  void what_follows_an_answer_is_left() {
    ByteBuffer two = bytes(WITH_BODY + EMPTY);
    assertThat(parser.read(two)).isTrue();
    assertThat(parser.status()).isEqualTo(503);
    assertThat(parser.isLastOne()).isTrue();
    parser.reset();
    assertThat(parser.read(two)).isTrue();
    assertThat(parser.status()).isEqualTo(202);
    assertThat(two.hasRemaining()).isFalse();
  }

  @Test
  void what_is_no_http_is_refused() {
    assertThatThrownBy(() -> parser.read(bytes("220 smtp.example ESMTP\r\n")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
