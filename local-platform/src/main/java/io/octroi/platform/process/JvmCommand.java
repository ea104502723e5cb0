package io.octroi.platform.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the command line of a child JVM. Runs on this JVM's own Java unless told otherwise. */
public final class JvmCommand {
  private final String name;
  private final Path logFile;
  private Path javaHome = Path.of(System.getProperty("java.home"));
  private List<String> jvmArguments = List.of();
  private List<String> program = List.of();
  private List<String> arguments = List.of();
  private Map<String, String> environment = Map.of();

  private JvmCommand(String name, Path logFile) {
    this.name = name;
    this.logFile = logFile;
  }

  public static JvmCommand named(String name, Path logFile) {
    return new JvmCommand(name, logFile);
  }

  public JvmCommand javaHome(Path home) {
    this.javaHome = home;
    return this;
  }

  public JvmCommand jvmArguments(List<String> values) {
    this.jvmArguments = List.copyOf(values);
    return this;
  }

  public JvmCommand jar(Path jar) {
    this.program = List.of("-jar", jar.toString());
    return this;
  }

  public JvmCommand mainClass(String classPath, String mainClass) {
    this.program = List.of("-cp", classPath, mainClass);
    return this;
  }

  public JvmCommand arguments(List<String> values) {
    this.arguments = List.copyOf(values);
    return this;
  }

  public JvmCommand environment(Map<String, String> values) {
    this.environment = Map.copyOf(values);
    return this;
  }

  /**
   * Finishes the command.
   *
   * @throws IllegalStateException when neither a jar nor a main class was given
   */
  public ChildCommand build() {
    if (program.isEmpty()) {
      throw new IllegalStateException(name + " has neither a jar nor a main class");
    }
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(jvmArguments);
    command.addAll(program);
    command.addAll(arguments);
    return new ChildCommand(
        name, command, environment, logFile, ChildCommand.StopSignal.TERM, true);
  }

  public ChildProcess start() {
    return ChildProcess.start(build());
  }

  /**
   * The class path this JVM runs with, also where the test runner hides it from the usual place.
   */
  public static String ownClassPath() {
    String shown = System.getProperty("java.class.path", "");
    String hidden = System.getProperty("surefire.test.class.path", "");
    return hidden.isEmpty() || hidden.equals(shown) ? shown : hidden + File.pathSeparator + shown;
  }
}
