package io.octroi.notifier.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanChatsTest {
  private final PlanChats chats =
      new PlanChats(
          Map.of("signals", List.of(-1L, -2L, -1L)), Map.of("signals-vip", List.of(-3L, -3L)));

  @Test
  void a_chat_that_is_named_twice_is_opened_once() {
    assertThat(chats.of("signals", "signals-30")).containsExactly(-1L, -2L);
    assertThat(chats.of("signals", "signals-vip")).containsExactly(-3L);
  }

  @Test
  void a_plan_of_its_own_chats_may_have_to_leave_the_family_s_too() {
    assertThat(chats.leftWith("signals", "signals-vip")).containsExactly(-3L, -1L, -2L);
    assertThat(chats.all()).containsExactlyInAnyOrder(-1L, -2L, -3L);
  }
}
