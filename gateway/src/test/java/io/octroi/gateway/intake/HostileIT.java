package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.StripeEndpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent client sends. It never costs more than it should, and is never our fault. */
class HostileIT {
  private static final String HEAD =
      "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.250\r\n";
  private static final String CLOSE = "Connection: close\r\n";

  private static final AtomicInteger SOURCES = new AtomicInteger();

  private final RunningGateway gateway = SharedGateway.get();

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void a_bomb_stays_packed(String encoding) throws IOException {
    byte[] bomb = packed(encoding, new byte[20_000_000]);
    assertThat(bomb.length).isLessThan(SharedGateway.MAX_BODY);

    RawHttp.Response unsigned = post(List.of(List.of("Content-Encoding", encoding)), bomb);
    RawHttp.Response signed = postSigned(bomb, List.of(List.of("Content-Encoding", encoding)));

    assertThat(unsigned.status()).isEqualTo(400);
    assertThat(signed.status()).isEqualTo(400);
    assertThat(signed.body()).as("judged as the bytes that it is").contains("malformed-body");
  }

  @Test
  void nothing_at_all_is_refused_with_or_without_a_signature() {
    assertThat(post(List.of(), new byte[0]).status()).isEqualTo(400);
    assertThat(postSigned(new byte[0]).status()).isEqualTo(400);
  }

  @Test
  void a_thousand_header_lines_are_refused() {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      lines.add(List.of("X-" + i, "y"));
    }

    assertRefused(post(lines, new byte[0]));
  }

  @Test
  void a_header_that_decides_must_not_come_twice() {
    byte[] body = json("{\"id\":\"evt_twice\",\"type\":\"x\"}");
    List<List<String>> twice = new ArrayList<>(StripeEndpoint.signed(body));
    twice.addAll(StripeEndpoint.signed(body));

    RawHttp.Response answer = post(twice, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("duplicate-header");
  }

  @Test
  void a_folded_header_hides_nothing() {
    byte[] body = json("{\"id\":\"evt_folded\",\"type\":\"x\"}");
    String signature = StripeEndpoint.signed(body).getFirst().get(1).replace(",", ",\r\n ");

    RawHttp.Response answer =
        gateway
            .http()
            .exchange(
                HEAD
                    + CLOSE
                    + "Stripe-Signature: "
                    + signature
                    + "\r\nContent-Length: "
                    + body.length
                    + "\r\n\r\n",
                body);

    // RFC 9112 lets a server refuse it, or read it as one line; then the signature holds.
    assertThat(answer.status()).isIn(202, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"evt_a\",\"id\":\"evt_b\",\"type\":\"x\"}",
        "[[[[[[",
        "{\"id\":\"evt_a\"} {\"id\":\"evt_b\"}",
        "nul",
        "\u0000",
      })
  void signed_text_that_could_be_read_in_two_ways_is_refused(String text) {
    RawHttp.Response answer = postSigned(text.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-body");
  }

  @Test
  void deep_nesting_and_invalid_text_are_refused_though_they_are_signed() {
    String deep = "{\"id\":\"evt_deep\",\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";
    byte[] invalid = json("{\"id\":\"evt_utf\",\"type\":\"?\"}");
    invalid[invalid.length - 3] = (byte) 0xC3;

    assertThat(postSigned(json(deep)).status()).isEqualTo(400);
    assertThat(postSigned(invalid).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          evt_huge      | 1e400                 | xof
          evt_negative  | -2000                 | usd
          evt_overflow  | 9223372036854775808   | usd
          evt_zero_dec  | 500                   | xof
          evt_three_dec | 12345                 | kwd
          evt_fraction  | 0.1                   | usd
          """)
  void amounts_are_not_the_gateway_s_to_judge(String id, String amount, String currency) {
    byte[] body =
        json(
            "{\"id\":\""
                + id
                + "\",\"type\":\"charge.succeeded\",\"created\":1790000000,\"data\":{\"object\":"
                + "{\"id\":\"ch_1\",\"amount\":"
                + amount
                + ",\"currency\":\""
                + currency
                + "\"}}}");

    assertThat(postSigned(body).status()).isEqualTo(202);
    assertThat(SharedGateway.published(id))
        .singleElement()
        .satisfies(message -> assertThat(message.value()).isEqualTo(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        "Content-Length: 4, 5\r\n\r\nabcde",
        "Content-Length: +4\r\n\r\nabcd",
        "Content-Length: 0x4\r\n\r\nabcd",
        "Content-Length: 99999999999999999999\r\n\r\nabcd",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n4\r\nabcdefgh\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n4 \u0001\r\nabcd\r\n0\r\n\r\n",
      })
  void a_length_that_can_be_read_in_two_ways_ends_the_connection(String rest) {
    RawHttp.Response answer = gateway.http().exchange(HEAD + rest, new byte[0]);

    assertRefused(answer);
  }

  @Test
  void a_request_cannot_smuggle_another_one() {
    String smuggled = "GET /actuator/health HTTP/1.1\r\nHost: x\r\n\r\n";
    String both =
        HEAD
            + "Content-Length: "
            + (5 + smuggled.length())
            + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            + smuggled;

    RawHttp.Response answer = gateway.http().exchange(both, new byte[0]);

    assertRefused(answer);
    assertThat(answer.body()).as("one answer").doesNotContain("HTTP/1.1");
  }

  @Test
  void trailers_are_no_headers() {
    byte[] body = json("{\"id\":\"evt_trailer\",\"type\":\"x\"}");
    List<String> signature = StripeEndpoint.signed(body).getFirst();
    String chunked =
        HEAD
            + CLOSE
            + "Transfer-Encoding: chunked\r\nTrailer: Stripe-Signature\r\n\r\n"
            + Integer.toHexString(body.length)
            + "\r\n"
            + new String(body, StandardCharsets.US_ASCII)
            + "\r\n0\r\n"
            + signature.get(0)
            + ": "
            + signature.get(1)
            + "\r\n\r\n";

    RawHttp.Response answer = gateway.http().exchange(chunked, new byte[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("missing-header");
  }

  @Test
  void a_body_drop_by_drop_is_cut_off_in_time() throws IOException {
    long start = System.nanoTime();
    try (Socket socket = gateway.http().connect()) {
      OutputStream out = socket.getOutputStream();
      out.write((HEAD + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

      assertThat(drip(socket, 'x')).contains(" 408 ");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void a_head_that_never_ends_is_cut_off() throws IOException {
    try (Socket socket = gateway.http().connect()) {
      socket.getOutputStream().write((HEAD + "X-Slow: ").getBytes(StandardCharsets.US_ASCII));

      // Silence is cut off after the connection's timeout; the answer, if any, is no fault of ours.
      byte[] rest = socket.getInputStream().readAllBytes();

      assertThat(new String(rest, StandardCharsets.ISO_8859_1)).doesNotContain(" 500 ", " 202 ");
    }
  }

  /** Sends one character at a time until the other side has had enough; what it said. */
  private static String drip(Socket socket, char drop) throws IOException {
    socket.setSoTimeout(100);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    for (int i = 0; i < 200; i++) {
      try {
        int next = socket.getInputStream().read();
        if (next < 0) {
          break;
        }
        said.write(next);
        if (said.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
          break;
        }
      } catch (SocketTimeoutException e) {
        socket.getOutputStream().write(drop);
      }
    }
    return said.toString(StandardCharsets.ISO_8859_1);
  }

  private static void assertRefused(RawHttp.Response answer) {
    assertThat(answer.status()).as(answer.head()).isBetween(400, 499);
    assertThat(answer.head() + answer.body())
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContain("<html", "Exception", "java.");
  }

  /** Each test from an address of its own, so that none is told to wait for another's sake. */
  private RawHttp.Response post(List<List<String>> lines, byte[] body) {
    List<List<String>> headers = new ArrayList<>(lines);
    headers.add(List.of("X-Forwarded-For", "203.0.113." + SOURCES.incrementAndGet()));
    return gateway.http().post(StripeEndpoint.PATH, headers, body);
  }

  private RawHttp.Response postSigned(byte[] body) {
    return postSigned(body, List.of());
  }

  private RawHttp.Response postSigned(byte[] body, List<List<String>> more) {
    List<List<String>> headers = new ArrayList<>(StripeEndpoint.signed(body));
    headers.addAll(more);
    return post(headers, body);
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] packed(String encoding, byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        encoding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
