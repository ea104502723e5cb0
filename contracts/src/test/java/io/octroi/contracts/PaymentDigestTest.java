package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentDigestTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456789Z");
  private static final String DIGEST =
      PaymentDigest.of(payment(1, "c-1", "monthly", AT, new Contact("a@b", null, 7L)));

  @Test
  void the_same_knowledge_has_the_same_digest() {
    Instant kept = Instant.parse("2026-03-01T10:00:00.123456Z");

    assertThat(PaymentDigest.of(payment(2, "c-1", "monthly", kept, new Contact("a@b", null, 7L))))
        .as("another version, and a time as a database keeps it")
        .isEqualTo(DIGEST)
        .hasSize(64);
  }

  @Test
  void another_customer_plan_time_or_contact_has_another_digest() {
    assertThat(
            new String[] {
              PaymentDigest.of(payment(1, "c-2", "monthly", AT, new Contact("a@b", null, 7L))),
              PaymentDigest.of(payment(1, "c-1", "weekly", AT, new Contact("a@b", null, 7L))),
              PaymentDigest.of(payment(1, "c-1m", "onthly", AT, new Contact("a@b", null, 7L))),
              PaymentDigest.of(payment(1, "c-1", "monthly", null, new Contact("a@b", null, 7L))),
              PaymentDigest.of(payment(1, "c-1", "monthly", AT, new Contact(null, "a@b", 7L))),
              PaymentDigest.of(payment(1, "c-1", "monthly", AT, Contact.UNKNOWN))
            })
        .doesNotHaveDuplicates()
        .doesNotContain(DIGEST);
  }

  private static PaymentSnapshot payment(
      long version, String customer, String plan, @Nullable Instant paidAt, Contact contact) {
    return new PaymentSnapshot(
        new UUID(0, 1),
        version,
        "stripe",
        "stripe-main",
        "pi_1",
        customer,
        plan,
        Money.of(100, "EUR"),
        null,
        PaymentStatus.SUCCEEDED,
        paidAt,
        contact,
        null);
  }
}
