package io.octroi.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

  @Test
  void a_password_of_any_characters_comes_whole_into_the_uri() {
    DatabaseAddress address =
        new DatabaseAddress("jdbc:postgresql://127.0.0.1:5432/octroi", "baseline", "p@ss /+word");

    assertThat(address.uri())
        .hasToString("postgresql://baseline:p%40ss%20%2F%2Bword@127.0.0.1:5432/octroi");
  }
}
