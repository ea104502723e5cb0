package io.octroi.operations.jpa;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;

/**
 * For a service in which operators alone read through JPA: it comes up with their first question
 * and not with the service, and the transactions of everybody else are JDBC's. Imported by the
 * service, which sets {@code spring.data.jpa.repositories.bootstrap-mode} to {@code lazy} besides.
 */
@Configuration(proxyBeanMethods = false)
public class JpaOnDemandConfiguration {
  /** The transaction manager of what reads through JPA. */
  public static final String TRANSACTIONS = "jpaTransactionManager";

  private static final String FACTORY = "entityManagerFactory";

  /** What Spring Data gives to repositories, over the factory. */
  private static final String SHARED = "jpaSharedEM_" + FACTORY;

  /**
   * Not only lazy: a factory that is known to take a load-time weaver is made at each start, so it
   * is made known as any factory of its kind.
   */
  @Bean
  static BeanFactoryPostProcessor entityManagerFactoryOnDemand() {
    return beans -> {
      RootBeanDefinition factory = (RootBeanDefinition) beans.getBeanDefinition(FACTORY);
      factory.setLazyInit(true);
      factory.setTargetType(
          ResolvableType.forClassWithGenerics(FactoryBean.class, EntityManagerFactory.class));
      beans.getBeanDefinition(SHARED).setLazyInit(true);
    };
  }

  @Bean
  @Primary
  JdbcTransactionManager transactionManager(
      DataSource dataSource, ObjectProvider<TransactionManagerCustomizers> customizers) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    customizers.ifAvailable(all -> all.customize(transactions));
    return transactions;
  }

  @Bean(TRANSACTIONS)
  @Lazy
  JpaTransactionManager jpaTransactionManager(
      EntityManagerFactory factory, ObjectProvider<TransactionManagerCustomizers> customizers) {
    JpaTransactionManager transactions = new JpaTransactionManager(factory);
    customizers.ifAvailable(all -> all.customize(transactions));
    return transactions;
  }
}
