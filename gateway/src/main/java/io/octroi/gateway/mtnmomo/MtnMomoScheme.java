package io.octroi.gateway.mtnmomo;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Audience;
import io.octroi.gateway.scheme.EventId;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Sha256;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Rejected;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * MTN MoMo: nothing is signed and nothing shown, so anyone may have sent it. What it is about
 * stands in the path, where we put it when we asked for the payment; the body decides nothing, may
 * be missing, and need not be JSON. A hint to ask, never more.
 */
public final class MtnMomoScheme implements WebhookScheme {
  /** A genuine callback has a few hundred bytes; strangers get no room for more. */
  static final int MAX_BODY = 16 * 1_024;

  private static final String EVENT_TYPE = "callback";
  private static final int HASH_LENGTH = 16;
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** What an endpoint calls {@code mtn-momo}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "mtn-momo",
        "mtn_momo",
        Audience.PAYMENTS,
        settings -> {
          settings.withoutProfile();
          return new MtnMomoScheme();
        });
  }

  @Override
  public boolean needsSecret() {
    return false;
  }

  @Override
  public boolean canUse(Secret secret) {
    return false;
  }

  @Override
  public Set<String> methods() {
    return Set.of("PUT", "POST");
  }

  @Override
  public boolean takesReference() {
    return true;
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    if (!UUID.matcher(request.reference()).matches()) {
      return new Rejected(RejectionReason.MALFORMED_REFERENCE);
    }
    if (request.body().length > MAX_BODY) {
      return new Rejected(RejectionReason.UNREADABLE_BODY);
    }
    String reference = request.reference().toLowerCase(Locale.ROOT);
    return new Verified(
        EventId.of(reference, Sha256.hex(request.body()).substring(0, HASH_LENGTH)),
        EVENT_TYPE,
        reference,
        receivedAt,
        Provenance.NO_SECRET,
        Trust.HINT);
  }
}
