package io.octroi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.cli.OctroiCli;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** No page names a command or an option that the command line does not have. */
class CommandsTest {
  private static final Pattern LINE = Pattern.compile("(?m)^\\s*(?:\\$ )?bin/octroi(?: (.*))?$");
  private static final Pattern SPAN = Pattern.compile("`bin/octroi ([^`\\n]+)`");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  private static final CommandLine COMMANDS = collectingErrors(OctroiCli.commands(Map.of()));

  /** What the system on this machine takes, as its help tells. */
  private static final String LOCAL_HELP =
      Repository.read(
          Repository.ROOT.resolve("local/src/main/java/io/octroi/local/LocalApplication.java"));

  private static final Set<String> LOCAL =
      Pattern.compile("(?m)^ {8}([a-z]+) {2,}")
          .matcher(LOCAL_HELP)
          .results()
          .map(command -> command.group(1))
          .collect(Collectors.toSet());

  static Stream<Path> runbooks() {
    return Repository.files(Repository.OPS.resolve("runbooks"), ".md").stream();
  }

  static Stream<Path> pages() {
    return Stream.of(
            Repository.files(Repository.DOCS, ".md").stream(),
            runbooks(),
            Stream.of(Repository.ROOT.resolve("README.md")))
        .flatMap(pages -> pages);
  }

  @ParameterizedTest
  @MethodSource("runbooks")
  void the_command_line_takes_every_line_of_a_runbook(Path runbook) {
    List<String> lines =
        FENCED
            .matcher(Repository.read(runbook))
            .results()
            .flatMap(block -> LINE.matcher(block.group()).results())
            .map(line -> line.group(1))
            .toList();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(errors(line)).as("bin/octroi %s", line).isEmpty();
    }
  }

  /** What a page mentions may leave out what it must be called with. */
  @ParameterizedTest
  @MethodSource("pages")
  void the_command_line_has_every_command_that_a_page_mentions(Path page) {
    String text = Repository.read(page);
    Stream.concat(SPAN.matcher(text).results(), LINE.matcher(text).results())
        .map(MatchResult::group)
        .map(span -> span.replaceAll("^\\s*[`$ ]*bin/octroi ?|`$|\\s+#.*$|[\\[\\]…]", ""))
        .filter(line -> !line.contains("<"))
        .flatMap(CommandsTest::alternatives)
        .forEach(line ->
            assertThat(errors(line).stream().filter(UnmatchedArgumentException.class::isInstance))
                .as("bin/octroi %s", line)
                .isEmpty());
  }

  private static Stream<String> alternatives(String line) {
    List<String> lines = List.of("");
    for (String word : line.split(" ", -1)) {
      List<String> longer = new ArrayList<>();
      for (String begun : lines) {
        for (String alternative : word.split("\\|", -1)) {
          longer.add(begun + " " + alternative);
        }
      }
      lines = longer;
    }
    return lines.stream();
  }

  private static List<Exception> errors(String line) {
    List<String> words =
        WORD.matcher(line.strip())
            .results()
            .map(word ->
                word.group(1) != null
                    ? word.group(1)
                    : word.group(2) != null ? word.group(2) : word.group(3))
            .toList();
    if (words.isEmpty()) {
      return List.of();
    }
    if (LOCAL.contains(words.getFirst())) {
      assertThat(OPTION.matcher(line).results().map(MatchResult::group))
          .as("bin/octroi %s", line)
          .allMatch(LOCAL_HELP::contains);
      return List.of();
    }
    CommandLine.ParseResult parsed = COMMANDS.parseArgs(words.toArray(String[]::new));
    List<Exception> errors = new ArrayList<>(parsed.errors());
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
      errors.addAll(parsed.errors());
    }
    return errors;
  }

  private static CommandLine collectingErrors(CommandLine commands) {
    commands.getCommandSpec().parser().collectErrors(true);
    commands.getSubcommands().values().forEach(CommandsTest::collectingErrors);
    return commands;
  }
}
