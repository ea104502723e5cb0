package io.octroi.gateway.certificate;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.RejectionReason;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What the certificate that signs must say of itself. Who vouches for it is another question. */
final class LeafCertificate {
  private static final int MIN_KEY_BITS = 2048;
  private static final int DNS_NAME = 2;

  private LeafCertificate() {}

  static Attempt<PublicKey> check(X509Certificate leaf, Set<String> names, Instant at) {
    if (at.isAfter(leaf.getNotAfter().toInstant())) {
      return Attempt.failed(RejectionReason.CERT_EXPIRED);
    }
    if (at.isBefore(leaf.getNotBefore().toInstant())) {
      return Attempt.failed(RejectionReason.CERT_NOT_YET_VALID);
    }
    if (!isFor(leaf, names)) {
      return Attempt.failed(RejectionReason.CERT_SUBJECT);
    }
    PublicKey key = leaf.getPublicKey();
    return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_KEY_BITS
        ? Attempt.passed(key)
        : Attempt.failed(RejectionReason.CERT_WEAK_KEY);
  }

  /** One common name, exactly, and the same among the alternative ones where there are any. */
  private static boolean isFor(X509Certificate leaf, Set<String> names) {
    Optional<String> name = commonName(leaf).filter(names::contains);
    if (name.isEmpty()) {
      return false;
    }
    List<String> alternatives = alternatives(leaf);
    return alternatives.isEmpty() || alternatives.contains(name.get());
  }

  private static Optional<String> commonName(X509Certificate leaf) {
    try {
      List<String> found = new ArrayList<>();
      for (Rdn rdn : new LdapName(leaf.getSubjectX500Principal().getName()).getRdns()) {
        if (rdn.getType().equalsIgnoreCase("CN") && rdn.getValue() instanceof String value) {
          found.add(value);
        }
      }
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private static List<String> alternatives(X509Certificate leaf) {
    try {
      Collection<List<?>> all = leaf.getSubjectAlternativeNames();
      List<String> found = new ArrayList<>();
      for (List<?> entry : all == null ? List.<List<?>>of() : all) {
        if (Integer.valueOf(DNS_NAME).equals(entry.get(0)) && entry.get(1) instanceof String name) {
          found.add(name);
        }
      }
      return found;
    } catch (CertificateParsingException e) {
      // Not to be read is not to be empty, which would pass.
      return List.of("");
    }
  }
}
