package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.StripeEndpoint;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anybody looks at a signature. */
class LimitsIT {
  private final RunningGateway gateway = SharedGateway.get();

  @Test
  void a_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not() {
    byte[] exact = padded("evt_exact", SharedGateway.MAX_BODY);
    byte[] over = padded("evt_over", SharedGateway.MAX_BODY + 1);

    assertThat(gateway.http().post(StripeEndpoint.PATH, StripeEndpoint.signed(exact), exact))
        .extracting(RawHttp.Response::status)
        .isEqualTo(202);
    assertThat(gateway.http().postChunked(StripeEndpoint.PATH, StripeEndpoint.signed(over), over))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(413))
        .satisfies(answer -> assertThat(answer.header("Connection")).isEqualTo("close"));
  }

  @Test
  void an_announced_giant_is_refused_before_any_of_it_is_sent() throws IOException {
    try (Socket socket = gateway.http().connect()) {
      String head =
          "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      RawHttp.Response answer = RawHttp.read(socket);

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void a_body_that_does_not_arrive_is_waited_for_only_so_long() throws IOException {
    try (Socket socket = gateway.http().connect()) {
      String head = "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      assertThat(RawHttp.read(socket).status()).isEqualTo(408);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /webhooks/unknown, 404",
    "GET, /webhooks/unknown, 404",
    "POST, /webhooks/, 404",
    "POST, /webhooks, 404",
    "POST, /webhooks/stripe/, 404",
    "POST, /webhooks/stripe/more, 404",
    "POST, /webhooks/stripe/more/still, 404",
    "POST, /webhooks/Stripe, 404",
    "GET, /, 404",
    "GET, /error, 404",
    "GET, /actuator/health, 404",
    "GET, /webhooks/stripe, 405",
    "HEAD, /webhooks/stripe, 405",
    "PUT, /webhooks/stripe, 405",
    "DELETE, /webhooks/stripe, 405",
    "PATCH, /webhooks/stripe, 405",
    "OPTIONS, /webhooks/stripe, 405",
    "TRACE, /webhooks/stripe, 405",
    "BREW, /webhooks/stripe, 405",
    "POST, /webhooks/%2e%2e/stripe, 404",
    "POST, /webhooks/a%2fb, 400",
    "POST, /webhooks/%00, 400",
    "POST, /webhooks/<>, 400",
  })
  void what_is_not_there_is_refused_as_a_problem_and_with_all_headers(
      String method, String path, int status) {
    RawHttp.Response answer = gateway.http().send(method, path, List.of(), new byte[0]);

    assertThat(answer.status()).as(answer.head()).isEqualTo(status);
    assertRefusedProperly(answer, method);
    if (status == 405 && !method.equals("TRACE")) {
      assertThat(answer.header("Allow")).isEqualTo("POST");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "POST /webhooks/stripe HTTP/9.9\r\nHost: x\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -1\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nno colon\r\n\r\n",
      })
  void a_broken_request_is_never_a_fault_of_ours(String request) {
    RawHttp.Response answer = gateway.http().exchange(request, new byte[0]);

    assertThat(answer.status()).as(answer.head()).isEqualTo(400);
    assertThat(answer.head() + answer.body())
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContain("<html", "Exception");
  }

  @Test
  void too_many_or_too_long_headers_are_refused() {
    List<List<String>> many = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      many.add(List.of("X-" + i, "y"));
    }
    List<List<String>> large = List.of(List.of("X-Large", "y".repeat(20_000)));

    assertThat(List.of(many, large))
        .allSatisfy(headers ->
            assertThat(gateway.http().post(StripeEndpoint.PATH, headers, new byte[0]).status())
                .isEqualTo(400));
  }

  private static void assertRefusedProperly(RawHttp.Response answer, String method) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=86400");
    assertThat(answer.header("Server")).isEmpty();
    if (!method.equals("HEAD")) {
      assertThat(answer.body()).startsWith("{\"type\":\"urn:octroi:problem:");
    }
  }

  private static byte[] padded(String eventId, int length) {
    String start = "{\"id\":\"" + eventId + "\",\"type\":\"x\",\"pad\":\"";
    return (start + "x".repeat(length - start.length() - 2) + "\"}")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
