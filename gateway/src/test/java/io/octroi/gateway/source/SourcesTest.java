package io.octroi.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

  @Test
  void without_trusted_proxies_a_caller_cannot_say_who_it_is() {
    assertThat(sources(0).of("192.0.2.1", List.of("198.51.100.7")))
        .isEqualTo(new Source("192.0.2.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 198.51.100.9",
    "2, 198.51.100.8",
    "3, 198.51.100.7",
    "4, 192.0.2.1", // fewer entries than proxies: it did not come through all of them
  })
  void each_trusted_proxy_counts_one_entry_from_the_right(int hops, String expected) {
    List<String> lines = List.of("198.51.100.7", "198.51.100.8, 198.51.100.9");

    assertThat(sources(hops).of("192.0.2.1", lines)).isEqualTo(new Source(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unknown", "localhost", "1.2.3", "1.2.3.4:80", "999.1.1.1", "fe80::1%eth0"})
  void what_is_no_address_is_the_peer_s(String forwarded) {
    assertThat(sources(1).of("192.0.2.1", List.of(forwarded))).isEqualTo(new Source("192.0.2.1"));
  }

  @Test
  void an_ipv6_caller_is_its_network() {
    Source one = sources(0).of("2001:db8:1:2::1", List.of());
    Source two = sources(0).of("2001:db8:1:2:ffff::9", List.of());
    Source other = sources(0).of("2001:db8:1:3::1", List.of());

    assertThat(one).isEqualTo(two).isNotEqualTo(other);
  }

  @Test
  void an_ipv4_address_in_ipv6_clothes_is_the_same_caller() {
    assertThat(sources(0).of("::ffff:192.0.2.1", List.of())).isEqualTo(new Source("192.0.2.1"));
  }

  @Test
  void a_peer_without_an_address_is_somebody_too() {
    assertThat(sources(0).of("", List.of())).isEqualTo(Source.unknown());
  }

  private static Sources sources(int hops) {
    return new Sources(new SourceProperties(hops, new SourceProperties.Rejections(60, 100)));
  }
}
