package io.octroi.gateway.secret;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

  /** Made at the first load: without managed secrets there may be no region to make it for. */
  @Bean(destroyMethod = "close")
  @Lazy
  SecretsManagerClient secretsManagerClient(SecretProperties properties) {
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

  @Bean
  SecretStore secretStore(ObjectProvider<SecretsManagerClient> client, MeterRegistry meters) {
    return new SecretStore(new AwsSecretSource(client::getObject), meters);
  }

  /** Its bean name is the name of its part in the readiness group. */
  @Bean
  SecretRefresher secrets(SecretStore store, SecretProperties properties) {
    return new SecretRefresher(store, properties);
  }
}
