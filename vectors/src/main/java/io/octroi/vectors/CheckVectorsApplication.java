package io.octroi.vectors;

import io.octroi.vectors.file.UnreadableFileException;
import io.octroi.vectors.file.VectorCase;
import io.octroi.vectors.file.VectorFile;
import io.octroi.vectors.gateway.GatewayUnderTest;
import io.octroi.vectors.payment.PaymentCore;
import io.octroi.vectors.verdict.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.BeansException;
import org.springframework.core.NestedExceptionUtils;

/** Tries every case of the given files, and prints a line for each. */
public final class CheckVectorsApplication {
  static final int ALL_PASSED = 0;
  static final int SOME_FAILED = 1;
  static final int USAGE = 2;

  private static final String VERBOSE = "--verbose";

  private CheckVectorsApplication() {}

  public static void main(String[] args) {
    int code =
        run(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args);
    System.exit(code);
  }

  /**
   * Runs one check.
   *
   * @return 0 if no case failed, 1 if one did, 2 if a file cannot be read or the gateway does not
   *     start
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    boolean verbose = List.of(args).contains(VERBOSE);
    List<String> names = Stream.of(args).filter(arg -> !arg.equals(VERBOSE)).toList();
    if (names.isEmpty() || names.stream().anyMatch(name -> name.startsWith("-"))) {
      err.println("Usage: bin/check-vectors [" + VERBOSE + "] FILE...");
      return USAGE;
    }
    try {
      List<VectorFile> files = new ArrayList<>();
      for (String name : names) {
        files.add(VectorFile.read(Path.of(name)));
      }
      return check(files, verbose ? "WARN" : "OFF", out) ? ALL_PASSED : SOME_FAILED;
    } catch (UnreadableFileException | InvalidPathException e) {
      err.println("check-vectors: " + e.getMessage());
      return USAGE;
    } catch (BeansException e) {
      err.println(
          "check-vectors: the gateway does not start: "
              + NestedExceptionUtils.getMostSpecificCause(e));
      return USAGE;
    }
  }

  private static boolean check(List<VectorFile> files, String logLevel, PrintWriter out) {
    List<VectorCase> cases = files.stream().flatMap(file -> file.cases().stream()).toList();
    Report report = new Report(out);
    Path directory = temporary();
    try (GatewayUnderTest gateway = GatewayUnderTest.start(cases, directory, logLevel);
        PaymentCore payments = new PaymentCore(gateway.clock())) {
      Trial trial = new Trial(gateway, payments);
      for (VectorFile file : files) {
        for (VectorCase vector : file.cases()) {
          report.tell(file.name(), vector, trial.of(vector));
        }
      }
    } finally {
      delete(directory);
    }
    return report.close();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("octroi-vectors");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      // It holds certificates of test vectors, and the system clears its temporary files.
      return;
    }
  }
}
