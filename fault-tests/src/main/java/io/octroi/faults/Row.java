package io.octroi.faults;

import java.time.Duration;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param answers how often each status was answered; 0 stands for no answer
 * @param recovery from the end of the fault until everything acknowledged had arrived
 */
public record Row(
    String fault,
    long seed,
    int events,
    int acknowledged,
    Map<Integer, Long> answers,
    Audit audit,
    Duration recovery) {
  public Row {
    answers = Map.copyOf(answers);
  }

  long answered(int status) {
    return answers.getOrDefault(status, 0L);
  }
}
