package io.octroi.operations;

import io.octroi.operations.access.AccessConfiguration;
import io.octroi.operations.audit.AuditConfiguration;
import io.octroi.operations.telemetry.ObservationConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What a service imports that operators speak to: everything under {@code /operations} demands an
 * operator's token, and what changes something demands a reason and is audited.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({AccessConfiguration.class, AuditConfiguration.class, ObservationConfiguration.class})
public class OperationsConfiguration {}
