package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactTest {
  @Test
  void what_a_contact_lacks_is_taken_from_the_other() {
    Contact newer = new Contact("new@example.org", null, null);
    Contact older = new Contact("old@example.org", "fr", 42L);

    assertThat(newer.orElse(older)).isEqualTo(new Contact("new@example.org", "fr", 42L));
    assertThat(Contact.UNKNOWN.orElse(older)).isEqualTo(older);
    assertThat(older.orElse(Contact.UNKNOWN)).isEqualTo(older);
  }

  @Test
  void personal_data_stays_out_of_logs() {
    assertThat(new Contact("member@example.org", "fr", 7012345678L).toString())
        .doesNotContain("member", "fr", "7012345678");
  }
}
