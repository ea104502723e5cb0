package io.octroi.platform.broker;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The broker's settings file: one node that is broker and controller, every listener on loopback.
 */
final class BrokerProperties {
  /** What does not change from run to run. */
  private static final String FIXED =
      """
      process.roles=broker,controller
      node.id=1
      controller.listener.names=CONTROLLER
      inter.broker.listener.name=CLIENT
      listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
      auto.create.topics.enable=false
      # One broker: everything has one replica.
      default.replication.factor=1
      min.insync.replicas=1
      offsets.topic.num.partitions=1
      offsets.topic.replication.factor=1
      transaction.state.log.num.partitions=1
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.num.partitions=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      # A broker that was killed comes back only after its old session has ended; nobody else could
      # take over meanwhile, so the session may be short.
      broker.session.timeout.ms=3000
      broker.heartbeat.interval.ms=500
      group.initial.rebalance.delay.ms=0
      # A small machine.
      num.network.threads=2
      num.io.threads=4
      background.threads=2
      log.cleaner.dedupe.buffer.size=8388608
      """;

  private BrokerProperties() {}

  static Properties of(Path data, int port, int controllerPort, Map<String, String> overrides) {
    String client = "CLIENT://127.0.0.1:" + port;
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(FIXED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.setProperty("listeners", client + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.setProperty("advertised.listeners", client);
    // A static quorum: the voter's address is a setting, so it may change from run to run.
    properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.setProperty("log.dirs", data.toString());
    properties.putAll(overrides);
    return properties;
  }
}
