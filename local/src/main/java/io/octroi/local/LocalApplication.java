package io.octroi.local;

import io.octroi.cli.OctroiCli;
import io.octroi.platform.process.PortInUseException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The front door of {@code bin/octroi}: runs the system on this machine, or speaks to it. */
public final class LocalApplication {
  private static final String HELP =
      """
      Usage: bin/octroi <command> [options]

        up      start everything on this machine and stay until Ctrl-C
                --port-offset N   add N to every port (default 0)
                --jars DIR        where the services' jars are
        pay     send a signed checkout.session.completed to the running gateway
                --again           send the last one once more, byte for byte
                --customer ID     who pays (default: a new customer)
                --plan CODE       what for (default: signaux-monthly)
                --email ADDRESS   where the confirmation goes
                --language TAG    fr or en (default: fr)
                --telegram-user ID  the account that the payment names
                --phone NUMBER    where text messages go, in E.164: +221770000042
        telegram  act as a person in the stand-in for Telegram, then show what the bot wrote
                --telegram-user ID  who
                --start LINK      opens the start link of the confirmation mail
                --join LINK       opens an invitation link
                --leave CHAT      leaves a chat
        clock   tell the time of the system on this machine
                --advance STEP    move it ahead for everything at once: 90m, 36h, 2d, PT1H30M
        demo    play a month of one member in a minute, in a temporary place, and tell the story
                --pause-workers STEP  stop the workers for so long (5d), while the gateway goes on
                --pause-after STEP  how long after the purchase they stop (default: 24d)
                --zone ZONE       the zone that the services run in, as in Europe/Paris; where it
                                  changes its clocks, the month goes over the next change
        train   start everything once in a temporary place, so that later starts are quick
        help    this text

      Options of every command:
                --home DIR        where state is kept (default: .octroi)

      And the operators' commands, of the running system or of the one that the environment names:

      """;

  static final Path DEFAULT_JARS = Path.of("local", "target", "apps");

  private static final Set<String> OWN_COMMANDS =
      Set.of("up", "pay", "telegram", "clock", "demo", "train", "help", "--help", "-h");

  private LocalApplication() {}

  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> args) {
    String command = args.isEmpty() ? "help" : args.getFirst();
    if (!OWN_COMMANDS.contains(command)) {
      return operators(args.toArray(String[]::new));
    }
    try {
      Options options = Options.parse(args.isEmpty() ? args : args.subList(1, args.size()));
      switch (command) {
        case "up" -> up(options);
        case "train" -> Training.run(options.path("jars", DEFAULT_JARS));
        case "pay" -> {
          return PayCommand.run(options, System.out);
        }
        case "telegram" -> {
          return TelegramCommand.run(options, System.out);
        }
        case "clock" -> ClockCommand.run(options, System.out);
        case "demo" -> {
          return DemoCommand.run(options, System.out);
        }
        default -> {
          System.out.print(HELP);
          return operators("--help");
        }
      }
      return 0;
    } catch (StartException | PortInUseException | IllegalArgumentException e) {
      System.err.println("octroi: " + e.getMessage());
      return 2;
    }
  }

  private static int operators(String... args) {
    return OctroiCli.run(
        System.getenv(),
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  private static void up(Options options) {
    Progress progress = new Progress(System.out);
    progress.line("Octroi starts on this machine:");
    LocalSettings settings =
        new LocalSettings(
            options.path("home", Path.of(".octroi")),
            options.path("jars", DEFAULT_JARS),
            Ports.standard(options.number("port-offset", 0)),
            Duration.ofMinutes(2),
            true,
            false);
    CountDownLatch stopped = new CountDownLatch(1);
    LocalSystem system = LocalSystem.start(settings, progress);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              progress.line("");
              progress.line("Octroi stops:");
              system.close();
              progress.line("Stopped. State is kept in " + settings.home() + ".");
              stopped.countDown();
            }));
    Links.print(progress, settings);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
