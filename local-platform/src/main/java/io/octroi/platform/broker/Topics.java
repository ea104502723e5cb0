package io.octroi.platform.broker;

import io.octroi.platform.process.LoopbackPorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics on a broker of one machine. */
public final class Topics {
  private static final int TIMEOUT_SECONDS = 30;
  private static final short ONE_REPLICA = 1;

  private Topics() {}

  /**
   * Creates the topics that are not there yet.
   *
   * @param partitionsByName number of partitions for each topic
   * @throws IllegalStateException when the broker refuses or does not answer within 30 s
   */
  public static void create(String bootstrapServers, Map<String, Integer> partitionsByName) {
    create(
        bootstrapServers,
        partitionsByName.entrySet().stream()
            .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), ONE_REPLICA))
            .toList());
  }

  /** As above, for topics with settings of their own. */
  public static void create(String bootstrapServers, List<NewTopic> topics) {
    try (Admin admin = admin(bootstrapServers, TIMEOUT_SECONDS * 1000)) {
      for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
        awaitCreation(created);
      }
    }
  }

  private static void awaitCreation(KafkaFuture<Void> created) {
    try {
      created.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot create a topic", e);
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker did not create a topic in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }

  /** Whether a broker listens there and knows itself to be part of a cluster. */
  static boolean answers(String bootstrapServers, int port) {
    // A plain connection first: a Kafka client logs a warning for each one that is refused.
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LoopbackPorts.address(), port), 500);
    } catch (IOException e) {
      return false;
    }
    Admin admin = admin(bootstrapServers, 2_000);
    try {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the broker", e);
    } finally {
      // A plain close would wait for the question, however long it stays open.
      admin.close(Duration.ofSeconds(1));
    }
  }

  private static Admin admin(String bootstrapServers, int timeoutMillis) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis));
  }
}
