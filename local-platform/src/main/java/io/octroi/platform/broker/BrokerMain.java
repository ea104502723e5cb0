package io.octroi.platform.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * What the child JVM runs: formats the storage directory if it is new, then becomes the broker. One
 * JVM for both halves the time of a first start.
 */
public final class BrokerMain {
  private BrokerMain() {}

  /**
   * Runs the broker until the JVM is told to stop.
   *
   * @param args settings file, data directory, id of the cluster if the directory is new
   */
  public static void main(String[] args) throws IOException {
    String settings = args[0];
    Path data = Path.of(args[1]);
    if (!Files.exists(data.resolve("meta.properties"))) {
      Files.createDirectories(data);
      String[] format = {"format", "--config", settings, "--cluster-id", args[2]};
      int status = StorageTool.execute(format, System.err);
      if (status != 0) {
        System.exit(status);
      }
    }
    Kafka.main(new String[] {settings});
  }
}
