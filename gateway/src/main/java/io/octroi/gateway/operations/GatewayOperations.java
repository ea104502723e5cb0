package io.octroi.gateway.operations;

import io.octroi.operations.OperationsConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The operators' door, in the context of the management port. Named in {@code META-INF/spring} and
 * deliberately no configuration by annotation: what the public port serves is found by scanning.
 */
@Import({OperationsConfiguration.class, QuarantineController.class, SecretController.class})
public class GatewayOperations {}
