package io.octroi.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

  @Test
  void free_ports_differ_and_no_outgoing_connection_is_given_one() {
    List<Integer> ports = IntStream.range(0, 200).mapToObj(i -> LoopbackPorts.free()).toList();

    assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 32_000);
  }
}
