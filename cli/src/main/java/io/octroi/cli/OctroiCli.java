package io.octroi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The operators' commands. A group of commands is one class with a method a command; a new group is
 * added to the list here.
 */
@Command(
    name = "octroi",
    description = "Operators' commands, over the services' management endpoints.",
    synopsisSubcommandLabel = "<command>",
    subcommands = {
      ExplainCommand.class,
      LedgerCommand.class,
      PaymentsCommand.class,
      SubscriptionsCommand.class,
      NotificationsCommand.class,
      LinksCommand.class,
      ChatsCommand.class,
      MailCommand.class,
      DeadLettersCommand.class,
      QuarantineCommand.class,
      SecretsCommand.class,
      RebuildCommand.class,
      ReconcileCommand.class,
      WatermarksCommand.class,
      FindingsCommand.class,
      AuditCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 findings or differences exist; 2 usage; 3 refused or not found;",
      "4 the service does not answer; 5 the command broke.",
      "The token comes from OCTROI_OPERATIONS_TOKEN, addresses from OCTROI_GATEWAY_URL,",
      "OCTROI_PAYMENT_WORKER_URL, OCTROI_SUBSCRIPTION_WORKER_URL and OCTROI_NOTIFIER_URL;",
      "otherwise both come from the system that runs on this machine."
    })
public final class OctroiCli {
  private final Map<String, String> environment;

  private OctroiCli(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    System.exit(
        run(
            System.getenv(),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /**
   * Runs one command.
   *
   * @return one of {@link Exit}
   */
  public static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
    CommandLine commands = commands(environment);
    commands
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (failure instanceof CommandException known) {
            err.println("octroi: " + known.getMessage());
            return known.exit();
          }
          err.println("octroi: the command broke; what it was to do may be done, in part or not");
          failure.printStackTrace(err);
          return Exit.BROKEN;
        });
    if (args.length == 0) {
      commands.usage(err);
      return Exit.USAGE;
    }
    return commands.execute(args);
  }

  /** All commands, to be parsed; nothing is run. */
  public static CommandLine commands(Map<String, String> environment) {
    CommandLine commands = new CommandLine(new OctroiCli(environment));
    helpEverywhere(commands);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(ServiceName.class, OctroiCli::service);
  }

  Map<String, String> environment() {
    return environment;
  }

  private static void helpEverywhere(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this text.")
                .build());
    command.getSubcommands().values().forEach(OctroiCli::helpEverywhere);
  }

  private static ServiceName service(String text) {
    for (ServiceName name : ServiceName.values()) {
      if (name.toString().equals(text)) {
        return name;
      }
    }
    throw new CommandLine.TypeConversionException("there is no service " + text);
  }
}
