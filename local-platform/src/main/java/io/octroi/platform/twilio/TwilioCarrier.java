package io.octroi.platform.twilio;

import io.octroi.platform.provider.WebhookPost;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages and tells of it, signed, to where each message asked to be told. Numbers that
 * end in a carrier's error code, such as +221770030003, are not reached, with that code.
 */
public final class TwilioCarrier implements Consumer<TwilioMessage>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioCarrier.class);
  private static final Pattern UNREACHED = Pattern.compile(".*(3000[3-8])");
  private static final List<String> ON_THE_WAY = List.of("queued", "sending", "sent");

  private final TwilioStandIn twilio;
  private final String authToken;
  private final WebhookPost post = new WebhookPost();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public TwilioCarrier(TwilioStandIn twilio, String authToken) {
    this.twilio = twilio;
    this.authToken = authToken;
  }

  /** Carries a message some time soon. */
  @Override
  public void accept(TwilioMessage message) {
    threads.execute(() -> carry(message));
  }

  private void carry(TwilioMessage message) {
    for (String status : ON_THE_WAY) {
      tell(message, status, 0);
    }
    Matcher unreached = UNREACHED.matcher(message.to());
    if (unreached.matches()) {
      tell(message, "undelivered", Integer.parseInt(unreached.group(1)));
    } else {
      tell(message, "delivered", 0);
    }
  }

  private void tell(TwilioMessage message, String status, int errorCode) {
    SequencedMap<String, String> fields = twilio.status(message, status, errorCode);
    if (message.statusCallback().isEmpty()) {
      return;
    }
    try {
      post.send(
          URI.create(message.statusCallback()),
          TwilioWebhooks.sign(fields, message.statusCallback(), authToken));
    } catch (UncheckedIOException e) {
      LOG.atDebug().addKeyValue("status", status).log("Nobody took a status callback");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    post.close();
  }
}
