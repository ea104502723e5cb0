package io.octroi.runtime.secret;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Loads the settings that name a secret before anything of a service exists, and registers {@link
 * SecretSettings}. Without all of them nothing starts; in the profile {@value #PRODUCTION} neither
 * where a secret is written out.
 */
public final class SecretSettingsInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** The profile in which secrets come from Secrets Manager only. */
  public static final String PRODUCTION = "production";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    boolean production = environment.matchesProfiles(PRODUCTION);
    if (production) {
      refusePlain(environment);
    }
    List<SettingsSecret> secrets = SettingsSecret.of(references(environment));
    Binder binder = Binder.get(environment);
    SecretSettingsProperties properties =
        binder.bindOrCreate("octroi.secrets", SecretSettingsProperties.class);
    Secrets source = secrets.isEmpty() ? id -> List.of() : source(binder, context);
    secrets.forEach(secret -> load(secret, source, properties));
    context
        .getBeanFactory()
        .registerSingleton(
            "secretSettings", new SecretSettings(secrets, source, properties, production));
  }

  private static void refusePlain(ConfigurableEnvironment environment) {
    Optional<String> plain = PlainSecrets.firstIn(environment);
    if (plain.isPresent()) {
      throw new SecretStartException(
          "A secret is written out: "
              + plain.get()
              + ". In production secrets come from Secrets Manager only");
    }
  }

  private static Map<Sensitive, SecretReference> references(ConfigurableEnvironment environment) {
    refuseUnknown(environment);
    Map<Sensitive, SecretReference> references = new EnumMap<>(Sensitive.class);
    for (Sensitive setting : Sensitive.values()) {
      String text = environment.getProperty(setting.referenceProperty(), "");
      if (!text.isEmpty()) {
        references.put(setting, reference(setting, text));
      }
    }
    return references;
  }

  private static SecretReference reference(Sensitive setting, String text) {
    try {
      return SecretReference.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SecretStartException(setting.referenceProperty() + " " + e.getMessage());
    }
  }

  /** A name that is misspelled must not pass for a setting without a secret. */
  private static void refuseUnknown(ConfigurableEnvironment environment) {
    ConfigurationPropertyName prefix = ConfigurationPropertyName.of(Sensitive.PREFIX);
    StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .flatMap(source -> ((IterableConfigurationPropertySource) source).stream())
        .filter(prefix::isAncestorOf)
        .filter(name -> !Sensitive.isOneNamedBy(name))
        .findFirst()
        .ifPresent(name -> {
          throw new SecretStartException(name + " names no setting that a secret can hold");
        });
  }

  private static Secrets source(Binder binder, ConfigurableApplicationContext context) {
    SecretsManagerClient client =
        AwsSecrets.client(binder.bindOrCreate("octroi.aws", AwsProperties.class));
    context.addApplicationListener(
        (ApplicationListener<ContextClosedEvent>)
            event -> {
              // A context within this one says that it closes, too.
              if (event.getApplicationContext().equals(context)) {
                client.close();
              }
            });
    return new AwsSecrets(() -> client);
  }

  /** A service in a cluster may be there before its way to Secrets Manager is. */
  private static void load(
      SettingsSecret secret, Secrets source, SecretSettingsProperties properties) {
    long end = System.nanoTime() + properties.startPatience().toNanos();
    while (true) {
      try {
        secret.refresh(source);
        return;
      } catch (SecretUnavailableException e) {
        if (!e.isForNow() || System.nanoTime() - end > 0) {
          throw new SecretStartException("Secret " + secret + " cannot be had: " + e.getMessage());
        }
      }
      pause(properties.retryInterval());
    }
  }

  private static void pause(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SecretStartException("Interrupted while waiting for Secrets Manager");
    }
  }
}
