import java.util.ArrayList;
import java.util.List;

/**
 * Runs Spotless and Checkstyle over the whole tree in a Maven of its own, on the JDK that runs this
 * file. Both need a newer Java than the one Maven may have been started on, and Maven plugins run
 * inside Maven's JVM, where no toolchain reaches. Where Maven itself is new enough there is no
 * toolchain, and this file runs on whatever {@code java} is: then on Maven's own.
 *
 * <p>Arguments: Maven's home, the local repository, whether Maven is offline, the home of Maven's
 * JDK, and optionally the goals to run instead of the two checks.
 */
class SourceGates {
  private static final int NEW_ENOUGH = 25;

  public static void main(String[] args) throws Exception {
    List<String> command = new ArrayList<>();
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    command.add(args[0] + "/bin/mvn" + (windows ? ".cmd" : ""));
    command.addAll(List.of("-B", "-q", "-Dmaven.repo.local=" + args[1]));
    if (args[2].equals("offline=true")) {
      command.add("-o");
    }
    command.addAll(
        args.length > 4
            ? List.of(args).subList(4, args.length)
            : List.of("spotless:check", "checkstyle:check"));
    ProcessBuilder maven = new ProcessBuilder(command).inheritIO();
    maven.environment().put("JAVA_HOME", javaHome(args[3]));
    // What the outer Maven was started with must not leak into the inner one.
    maven.environment().remove("MAVEN_CMD_LINE_ARGS");
    maven.environment().remove("MAVEN_PROJECTBASEDIR");
    // Maven 3.8 ships a Guava that newer JDKs warn about.
    maven.environment().merge("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow", (a, b) -> a + " " + b);
    System.exit(maven.start().waitFor());
  }

  private static String javaHome(String ofMaven) {
    return Runtime.version().feature() >= NEW_ENOUGH ? System.getProperty("java.home") : ofMaven;
  }
}
