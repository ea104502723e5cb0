package io.octroi.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.SubscriptionEvent.SubscriptionAmended;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactTest {
  @Test
  void what_a_contact_lacks_is_taken_from_the_other() {
    Contact newer = new Contact("new@example.org", null, null);
    Contact older = new Contact("old@example.org", "fr", 42L);

    assertThat(newer.orElse(older)).isEqualTo(new Contact("new@example.org", "fr", 42L));
    assertThat(Contact.UNKNOWN.orElse(older)).isEqualTo(older);
    assertThat(newer.orElse(new Contact(null, null, null, "+221770000042")).phone())
        .isEqualTo("+221770000042");
    assertThat(older.orElse(Contact.UNKNOWN)).isEqualTo(older);
  }

  @Test
  void a_phone_travels_and_readers_do_without_one() {
    SubscriptionAmended with = amended(new Contact(null, "fr", null, "+221770000042"));
    SubscriptionAmended without = amended(new Contact(null, "fr", null));

    String json = new String(EventCodec.toJson(with), UTF_8);
    assertThat(json).contains("\"phone\":\"+221770000042\"");
    assertThat(EventCodec.fromJson(json.getBytes(UTF_8), SubscriptionAmended.class))
        .isEqualTo(with);
    String earlier = new String(EventCodec.toJson(without), UTF_8);
    assertThat(earlier).doesNotContain("phone");
    assertThat(EventCodec.fromJson(earlier.getBytes(UTF_8), SubscriptionAmended.class))
        .isEqualTo(without);
  }

  private static SubscriptionAmended amended(Contact contact) {
    Instant at = Instant.parse("2026-02-03T10:15:31Z");
    return new SubscriptionAmended(
        at,
        new SubscriptionSnapshot(
            new UUID(0, 1),
            1,
            "cus_9041",
            "signaux",
            "signaux-30",
            SubscriptionStatus.ACTIVE,
            at,
            at.plusSeconds(1),
            contact));
  }

  @Test
  void personal_data_stays_out_of_logs() {
    assertThat(new Contact("member@example.org", "fr", 7012345678L, "+221770000042").toString())
        .doesNotContain("member", "fr", "7012345678", "221770000042");
  }
}
