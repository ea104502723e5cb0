package io.octroi.runtime.start;

import io.octroi.runtime.secret.SecretUnavailableException;
import io.octroi.runtime.secret.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * With {@code octroi.rehearsal=true} a service ends its process as soon as it has started and has
 * answered the first requests that it is asked in a cluster, and has asked for a secret. What the
 * JVM keeps of such a run ({@code -XX:AOTCacheOutput}) also knows how servers and clients start; of
 * a run that ends when everything is wired ({@code spring.context.exit=onRefresh}) it does not.
 *
 * <p>For a run beside nothing: neither broker nor database need be there. Exit code 1 where a
 * request was not answered.
 */
public final class Rehearsal implements ApplicationListener<ApplicationStartedEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final int PATIENCE_MILLIS = 30_000;
  private static final List<String> ASKED =
      List.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus");

  /** For Spring. */
  public Rehearsal() {}

  @Override
  public void onApplicationEvent(ApplicationStartedEvent event) {
    ApplicationContext context = event.getApplicationContext();
    if (context.getEnvironment().getProperty("octroi.rehearsal", Boolean.class, false)) {
      context.getBeanProvider(Secrets.class).ifAvailable(Rehearsal::askInVain);
      // Nothing is closed in order: there is nothing to keep, and nobody to wait for.
      Runtime.getRuntime().halt(rehearse(context.getEnvironment()));
    }
  }

  /** In a cluster no service starts without secrets; here nobody has any. */
  private static void askInVain(Secrets secrets) {
    try {
      secrets.load("rehearsal");
    } catch (SecretUnavailableException e) {
      LOG.debug("No secret, as it is to be expected", e);
    }
  }

  private static int rehearse(Environment environment) {
    String port =
        environment.getProperty(
            "local.management.port", environment.getRequiredProperty("local.server.port"));
    try {
      for (String path : ASKED) {
        ask(URI.create("http://127.0.0.1:" + port + path));
      }
      return 0;
    } catch (IOException e) {
      LOG.error("A service that had started did not answer", e);
      return 1;
    }
  }

  /** Whatever the answer: beside nothing, no service is ready. */
  private static void ask(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    if (connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST) {
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
    connection.disconnect();
  }
}
