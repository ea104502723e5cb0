package io.octroi.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** A worker that does nothing but remember what it was given. */
@SpringBootApplication
@Import(MessagingConfiguration.class)
class MessagingTestApplication {
  static final String GROUP = "messaging-test";

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  RecordingHandler recordingHandler(Inbox inbox) {
    return new RecordingHandler(inbox);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> paymentListener(
      WorkerListeners listeners, RecordingHandler handler) {
    return listeners.listen(Topics.PAYMENTS, GROUP, handler);
  }

  /** Takes each record in once; refuses those whose key says so. */
  static final class RecordingHandler implements BatchHandler {
    static final String POISON = "poison";

    final List<Inbound> handled = new CopyOnWriteArrayList<>();

    /** When each record was handled, as the machine's steady time. */
    final Map<String, Long> handledAtNanos = new ConcurrentHashMap<>();

    private final Set<String> cured = ConcurrentHashMap.newKeySet();
    private final Inbox inbox;

    RecordingHandler(Inbox inbox) {
      this.inbox = inbox;
    }

    @Override
    public void handle(List<Inbound> batch) {
      for (Inbound inbound : batch) {
        if (inbound.key().startsWith(POISON) && !cured.contains(inbound.key())) {
          throw new UnprocessableRecordException("poisoned", "this key is refused");
        }
      }
      List<Inbound> admitted = inbox.admit(GROUP, batch);
      handled.addAll(admitted);
      long now = System.nanoTime();
      admitted.forEach(inbound -> handledAtNanos.put(eventId(inbound), now));
    }

    /** From now on records with this key can be handled. */
    void cure(String key) {
      cured.add(key);
    }

    List<String> idsOfKey(String key) {
      return handled.stream()
          .filter(inbound -> inbound.key().equals(key))
          .map(MessagingTestApplication::eventId)
          .toList();
    }
  }

  static String eventId(Inbound inbound) {
    return new String(
        inbound.message().headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
  }
}
