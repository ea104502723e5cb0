package io.octroi.messaging.login;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.octroi.runtime.secret.SecretSettings;
import io.octroi.runtime.secret.Sensitive;
import io.octroi.runtime.secret.SensitiveSetting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Where {@code octroi.secrets.from.spring.datasource.password} names a secret, the pool opens its
 * connections with what that secret holds at the moment.
 */
public final class DatabaseLogin implements BeanPostProcessor {
  private final ObjectProvider<SecretSettings> secrets;

  DatabaseLogin(ObjectProvider<SecretSettings> secrets) {
    this.secrets = secrets;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool) {
      secrets.ifAvailable(settings -> signIn(pool, settings));
    }
    return bean;
  }

  private static void signIn(HikariDataSource pool, SecretSettings settings) {
    if (!settings.kept().contains(Sensitive.DATABASE_PASSWORD)) {
      return;
    }
    SensitiveSetting user = settings.setting(Sensitive.DATABASE_USERNAME, pool.getUsername());
    SensitiveSetting password = settings.setting(Sensitive.DATABASE_PASSWORD, "");
    pool.setDataSource(
        new RotatedLogin(
            new DriverDataSource(
                pool.getJdbcUrl(),
                pool.getDriverClassName(),
                pool.getDataSourceProperties(),
                user.value(),
                ""),
            user,
            password));
  }
}
