package io.octroi.runtime.secret;

import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/** Gives a service its {@link Secrets}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AwsProperties.class)
public class SecretsConfiguration {

  /** Made at the first load: without managed secrets there may be no region to make it for. */
  @Bean(destroyMethod = "close")
  @Lazy
  SecretsManagerClient secretsManagerClient(AwsProperties properties) {
    SecretsManagerClientBuilder builder =
        SecretsManagerClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(properties.callTimeout())
                    .socketTimeout(properties.callTimeout()))
            .overrideConfiguration(override -> override.apiCallTimeout(properties.callTimeout()));
    if (!properties.endpointOverride().isEmpty()) {
      builder.endpointOverride(URI.create(properties.endpointOverride()));
    }
    if (!properties.region().isEmpty()) {
      builder.region(Region.of(properties.region()));
    }
    if (!properties.accessKeyId().isEmpty()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(properties.accessKeyId(), properties.secretAccessKey())));
    }
    return builder.build();
  }

  /** Whoever embeds a service may bring others. */
  @Bean
  @ConditionalOnMissingBean
  Secrets managedSecrets(ObjectProvider<SecretsManagerClient> client) {
    return new AwsSecrets(client::getObject);
  }
}
