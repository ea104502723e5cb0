package io.octroi.gateway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.certificate.CertificateSource.Fetch;
import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HttpCertificateSourceTest {

  @Test
  void a_stand_in_is_told_whose_certificate_is_meant() {
    try (LoopbackServer hosts =
        LoopbackServer.start(
            "certificate hosts",
            0,
            Clock.systemUTC(),
            request -> Answer.of(200, "text/plain", request.path()))) {
      CertificateSource source = new HttpCertificateSource(instead(hosts.uri().toString()));

      Fetch fetched = source.fetch(URI.create("https://api.paypal.com/certs/CERT-1"));

      assertThat(fetched).isInstanceOf(Fetch.Found.class);
      assertThat(hosts.requests())
          .singleElement()
          .satisfies(request -> {
            assertThat(request.path()).isEqualTo("/certs/CERT-1");
            assertThat(request.header("x-forwarded-proto")).contains("https");
            assertThat(request.header("x-forwarded-host")).contains("api.paypal.com");
          });
    }
  }

  private static CertificateProperties instead(String address) {
    return new CertificateProperties(
        Duration.ofSeconds(3),
        DataSize.ofKilobytes(64),
        Duration.ofDays(1),
        Duration.ofSeconds(30),
        5,
        3,
        address);
  }
}
