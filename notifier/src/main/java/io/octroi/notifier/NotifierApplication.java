package io.octroi.notifier;

import io.octroi.messaging.MessagingConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The notifier's front door. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(MessagingConfiguration.class)
// Spring makes an instance of it.
@SuppressWarnings("checkstyle:HideUtilityClassConstructor")
public class NotifierApplication {
  public static void main(String[] args) {
    SpringApplication.run(NotifierApplication.class, args);
  }
}
