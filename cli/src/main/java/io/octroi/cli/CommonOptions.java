package io.octroi.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command, and what a command works with. */
final class CommonOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec command;

  @Option(
      names = "--output",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "How answers are printed (default: table).")
  private Output.Format format = Output.Format.TABLE;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = ".octroi",
      description = "Where the system on this machine keeps its state (default: .octroi).")
  private Path home = Path.of(".octroi");

  ManagementApi api() {
    OctroiCli root = (OctroiCli) command.root().userObject();
    return new ManagementApi(new Directory(root.environment(), home));
  }

  Output output() {
    return new Output(command.commandLine().getOut(), format);
  }

  boolean isJson() {
    return format == Output.Format.JSON;
  }

  /** Tells the person who waits, apart from the answer. */
  void note(String text) {
    command.commandLine().getErr().println(text);
  }
}
