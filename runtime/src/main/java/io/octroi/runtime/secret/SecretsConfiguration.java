package io.octroi.runtime.secret;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Gives a service its {@link Secrets}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AwsProperties.class)
public class SecretsConfiguration {

  /** Made at the first load: without managed secrets there may be no region to make it for. */
  @Bean(destroyMethod = "close")
  @Lazy
  SecretsManagerClient secretsManagerClient(AwsProperties properties) {
    return AwsSecrets.client(properties);
  }

  /** Whoever embeds a service may bring others. */
  @Bean
  @ConditionalOnMissingBean
  Secrets managedSecrets(ObjectProvider<SecretsManagerClient> client) {
    return new AwsSecrets(client::getObject);
  }
}
