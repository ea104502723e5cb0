package io.octroi.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What processes have used so far, read from Linux's {@code /proc}; empty elsewhere.
 *
 * @param cpu processor time of each, that of its children included
 * @param residentBytes memory that is really there of each, without its children's
 */
public record Usage(Map<String, Duration> cpu, Map<String, Long> residentBytes) {
  private static final Path PROC = Path.of("/proc");

  /** Clock ticks in {@code /proc} are hundredths of a second on every Linux. */
  private static final long TICK_MILLIS = 10;

  private static final int FIRST_AFTER_NAME = 2;
  private static final int USER = 13;
  private static final int CHILDREN_SYSTEM = 16;

  /** Of these processes, now. */
  public static Usage of(Map<String, Long> pids) {
    Map<String, Duration> cpu = new LinkedHashMap<>();
    Map<String, Long> resident = new LinkedHashMap<>();
    pids.forEach((name, pid) -> {
      cpu.put(name, cpu(pid));
      resident.put(name, residentBytes(pid));
    });
    return new Usage(cpu, resident);
  }

  /** Microseconds of processor time that each process took for each event since then. */
  public Map<String, Double> microsPerEvent(Usage before, long events) {
    Map<String, Double> each = new LinkedHashMap<>();
    cpu.forEach((name, now) -> {
      Duration used = now.minus(before.cpu().getOrDefault(name, Duration.ZERO));
      each.put(name, used.toNanos() / 1_000.0 / Math.max(1, events));
    });
    return each;
  }

  private static Duration cpu(long pid) {
    List<Long> pids =
        Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid))
            .toList();
    return Duration.ofMillis(
        pids.stream().mapToLong(each -> ticks(read(each, "stat"))).sum() * TICK_MILLIS);
  }

  /** Of a line of {@code stat}: its own time and that of its children that have ended. */
  static long ticks(String stat) {
    int end = stat.lastIndexOf(')');
    if (end < 0) {
      return 0;
    }
    // The name may hold blanks; what follows it does not.
    String[] fields = stat.substring(end + 1).strip().split(" ", -1);
    long ticks = 0;
    for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
      ticks += Long.parseLong(fields[field - FIRST_AFTER_NAME]);
    }
    return ticks;
  }

  /** Of {@code status}. */
  static long residentBytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  private static long residentBytes(long pid) {
    return residentBytes(read(pid, "status"));
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file));
    } catch (IOException e) {
      // It has ended meanwhile, or this is no Linux.
      return "";
    }
  }
}
