package io.octroi.cli;

import picocli.CommandLine.Option;

/** The option of every command that changes something. */
final class ReasonOption {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WHY",
      description = "Why; goes into the audit log.")
  private String reason = "";

  String text() {
    return reason;
  }
}
