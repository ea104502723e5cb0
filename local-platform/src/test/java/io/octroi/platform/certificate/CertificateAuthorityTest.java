package io.octroi.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final CertificateAuthority.Validity VALIDITY =
      new CertificateAuthority.Validity(
          NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));

  private final CertificateAuthority authority = CertificateAuthority.create("Root", NOW);

  @Test
  void an_issued_certificate_is_valid_for_its_time_under_its_root_only() throws Exception {
    // Given
    IssuedCertificate leaf = authority.issue("hooks.example.com", VALIDITY);
    CertificateAuthority other = CertificateAuthority.create("Root", NOW);

    // When, then
    validate(leaf, authority, NOW);
    assertThat(leaf.certificate().getSubjectAlternativeNames().iterator().next().get(1))
        .isEqualTo("hooks.example.com");
    assertThat(leaf.certificate().getBasicConstraints()).isEqualTo(-1);
    assertThat(authority.certificate().getBasicConstraints()).isNotNegative();
    assertThatThrownBy(() -> validate(leaf, other, NOW))
        .isInstanceOf(CertPathValidatorException.class);
    assertThatThrownBy(() -> validate(leaf, authority, NOW.plus(Duration.ofDays(2))))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void a_signature_holds_for_its_text_only_and_the_text_form_reads_back() throws Exception {
    // Given
    IssuedCertificate leaf = authority.issue("hooks.example.com", VALIDITY);
    String signature = leaf.sign("SHA256withRSA", "text");

    // Then
    assertThat(leaf.made(signature, "SHA256withRSA", "text")).isTrue();
    assertThat(leaf.made(signature, "SHA256withRSA", "other")).isFalse();
    assertThat(leaf.made("no base64!", "SHA256withRSA", "text")).isFalse();
    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(leaf.pem().getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(leaf.certificate());
  }

  private static void validate(IssuedCertificate leaf, CertificateAuthority authority, Instant at)
      throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf.certificate())),
            parameters);
  }
}
