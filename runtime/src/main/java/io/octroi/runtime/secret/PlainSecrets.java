package io.octroi.runtime.secret;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** Finds secrets that are written out in the environment, arguments or files of a service. */
final class PlainSecrets {
  private static final Set<String> ROOTS = Set.of("spring", "octroi", "server", "management");
  private static final ConfigurationPropertyName OURS =
      ConfigurationPropertyName.of("octroi.secrets");
  private static final ConfigurationPropertyName DATABASE_URL =
      ConfigurationPropertyName.of("spring.datasource.url");

  /** The last part of a name without its hyphens. */
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(\\w*(password|passphrase|secret|token|apikey|privatekey|secretkey|accesskey)"
              + "|suppressionkey|accesskeyid)");

  private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?i).*[?&;]password=.*");

  private PlainSecrets() {}

  /** The first one: its name and where it stands, never its value. */
  static Optional<String> firstIn(ConfigurableEnvironment environment) {
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .map(IterableConfigurationPropertySource.class::cast)
        .flatMap(PlainSecrets::properties)
        .filter(property -> isSecret(property, environment))
        .map(property -> property.getName() + " (" + property.getOrigin() + ")")
        .findFirst();
  }

  private static Stream<ConfigurationProperty> properties(
      IterableConfigurationPropertySource source) {
    return source.stream()
        .filter(PlainSecrets::maybeSecret)
        .map(source::getConfigurationProperty)
        .flatMap(Stream::ofNullable);
  }

  private static boolean maybeSecret(ConfigurationPropertyName name) {
    return name.getNumberOfElements() > 1
        && ROOTS.contains(name.getElement(0, Form.UNIFORM))
        && !OURS.isAncestorOf(name)
        && (name.equals(DATABASE_URL) || isSensitive(name));
  }

  /** By its name, as {@code api-key}, or as one of an endpoint's written-out secrets. */
  private static boolean isSensitive(ConfigurationPropertyName name) {
    int last = name.getNumberOfElements() - 1;
    String lastElement = name.getElement(last, Form.UNIFORM);
    return SENSITIVE.matcher(lastElement).matches()
        || (last > 1
            && lastElement.equals("value")
            && name.getElement(last - 2, Form.UNIFORM).equals("secrets"));
  }

  private static boolean isSecret(
      ConfigurationProperty property, ConfigurableEnvironment environment) {
    String value = environment.resolvePlaceholders(String.valueOf(property.getValue()));
    return property.getName().equals(DATABASE_URL)
        ? PASSWORD_IN_URL.matcher(value).matches()
        : !value.isBlank();
  }
}
