package io.octroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells other commands where the running system is.
 *
 * @param gatewayUrl where webhooks are posted
 * @param consoleUrl the page that shows what happened
 * @param telegramUrl the stand-in for Telegram
 * @param managementUrls where operators' commands call, by service
 * @param pids process ids by name
 */
record RunFile(
    String gatewayUrl,
    String consoleUrl,
    String telegramUrl,
    Map<String, String> managementUrls,
    Map<String, Long> pids) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LOOPBACK = "http://127.0.0.1:";

  static void write(Home home, Ports ports, Map<String, Long> pids) {
    RunFile run =
        new RunFile(
            LOOPBACK + ports.gateway(),
            LOOPBACK + ports.console(),
            LOOPBACK + ports.telegram(),
            Map.of(
                ServiceName.GATEWAY.artifact(), LOOPBACK + ports.gatewayManagement(),
                ServiceName.PAYMENT_WORKER.artifact(), LOOPBACK + ports.paymentWorker(),
                ServiceName.SUBSCRIPTION_WORKER.artifact(), LOOPBACK + ports.subscriptionWorker(),
                ServiceName.NOTIFIER.artifact(), LOOPBACK + ports.notifier()),
            pids);
    try {
      Files.write(home.runFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(run));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + home.runFile(), e);
    }
  }

  /**
   * @throws StartException where nothing was started from this home yet
   */
  static RunFile read(Home home) {
    try {
      return JSON.readValue(Files.readAllBytes(home.runFile()), RunFile.class);
    } catch (IOException e) {
      throw new StartException("Octroi is not running. Start it with: bin/octroi up");
    }
  }
}
