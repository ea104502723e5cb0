package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {
  @Test
  void every_permitted_record_has_exactly_one_type_and_back() {
    List<? extends Class<?>> events = permitted(DomainEvent.class).toList();

    assertThat(EventTypes.all().keySet()).isEqualTo(Set.copyOf(events));
    assertThat(EventTypes.all().values()).doesNotHaveDuplicates();
    EventTypes.all()
        .forEach((event, name) -> {
          assertThat(EventTypes.nameOf(event)).isEqualTo(name);
          assertThat(EventTypes.classOf(name)).contains(event);
        });
  }

  @Test
  void a_type_says_what_and_in_which_version() {
    assertThat(EventTypes.all().values())
        .allMatch(name -> name.matches("octroi\\.[a-z]+\\.[a-z_]+\\.v[1-9]"));
  }

  @Test
  void an_unknown_type_is_empty() {
    assertThat(EventTypes.classOf("octroi.payment.invented.v9")).isEmpty();
    assertThat(EventTypes.classOf("")).isEmpty();
    assertThat(EventTypes.classOf("OCTROI.PAYMENT.PENDING.V1")).isEmpty();
  }

  @Test
  void an_interface_has_no_type() {
    assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.nameOf(PaymentEvent.class));
  }

  @Test
  void the_map_of_types_cannot_be_changed() {
    assertThat(EventTypes.all()).isUnmodifiable();
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypesTest::permitted);
  }
}
