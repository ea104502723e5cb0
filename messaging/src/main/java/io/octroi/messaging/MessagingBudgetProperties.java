package io.octroi.messaging;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.messaging.state-budgets}: longer than this is a finding.
 *
 * @param outbox from an event's commit until the broker has it
 * @param deadLetter from a record's first failure until it is settled or discarded
 */
@Validated
@ConfigurationProperties("octroi.messaging.state-budgets")
public record MessagingBudgetProperties(
    @DurationMin(seconds = 1) @DefaultValue("5m") Duration outbox,
    @DurationMin(seconds = 1) @DefaultValue("24h") Duration deadLetter) {}
