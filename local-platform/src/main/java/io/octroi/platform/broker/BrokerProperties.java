package io.octroi.platform.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The broker's settings file: one node that is broker and controller, every listener on loopback.
 */
final class BrokerProperties {
  private BrokerProperties() {}

  static Properties of(Path data, int port, int controllerPort, Map<String, String> overrides) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            // A static quorum: the voter's address is a setting, so it may change from run to run.
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "inter.broker.listener.name", "CLIENT",
            "listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "advertised.listeners", "CLIENT://127.0.0.1:" + port,
            "log.dirs", data.toString()));
    properties.putAll(
        Map.of(
            "auto.create.topics.enable", "false",
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1"));
    properties.putAll(
        Map.of(
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1"));
    properties.putAll(
        Map.of(
            // A broker that was killed comes back after its session ended; there is no one else to
            // take over, so the session may be short.
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "group.initial.rebalance.delay.ms", "0",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", "8388608",
            "controlled.shutdown.enable", "false"));
    properties.putAll(overrides);
    return properties;
  }
}
