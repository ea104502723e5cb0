package io.octroi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void a_row_shows_what_was_answered_and_what_became_of_it() {
    // Given
    Audit audit = new Audit(List.of("a: no mail"), List.of(), List.of(), 2, 3);
    Row row =
        new Row(
            "broker away", 7, 12, 11, Map.of(202, 11L, 503, 5L), audit, Duration.ofMillis(1_500));

    // Then
    assertThat(Table.line(row))
        .isEqualTo(
            "| broker away | 7 | 12 | 11 | 5 | 0 | 1 | 0 | 2 | 3 | 1.5 s |"
                + System.lineSeparator());
    assertThat(Table.of(List.of(row, row))).contains("| **all** | | 24 | 22 |");
    assertThat(audit.isClean()).isFalse();
  }
}
