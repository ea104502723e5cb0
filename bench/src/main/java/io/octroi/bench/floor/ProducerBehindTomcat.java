package io.octroi.bench.floor;

import io.octroi.bench.server.SpringServer;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.HttpRequestHandler;

/**
 * Reads a body, sends it to the broker and answers 200 when the broker has it: the gateway's way
 * without its work.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(WebhookServlet.class)
class ProducerBehindTomcat {

  static void main(String[] arguments) {
    SpringServer.run(ProducerBehindTomcat.class, arguments);
  }

  @Bean
  Producer<String, byte[]> producer(@Value("${kafka.bootstrap.servers}") String servers) {
    return Producers.asTheGateways(servers);
  }

  @Bean(WebhookServlet.HANDLER)
  HttpRequestHandler endpoint(Producer<String, byte[]> producer) {
    return (request, response) -> {
      publish(producer, request.getInputStream().readAllBytes());
      response.setStatus(200);
    };
  }

  private static void publish(Producer<String, byte[]> producer, byte[] body) throws IOException {
    try {
      var _ = producer.send(new ProducerRecord<>(Producers.TOPIC, body)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the broker was writing", e);
    } catch (ExecutionException e) {
      throw new IOException("the broker did not acknowledge a record", e);
    }
  }
}
