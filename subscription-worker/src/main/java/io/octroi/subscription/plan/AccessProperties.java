package io.octroi.subscription.plan;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.subscription.access}: what refunds and disputes do to access. A plan
 * may say otherwise for the first two.
 *
 * @param onDisputeOpened {@code keep}: the member stays until the dispute is lost; {@code hold}:
 *     what the payment granted is held until the dispute is won
 * @param onPartialRefund {@code keep}: the period stays whole; {@code out}: it is taken out
 * @param partialRefundShare the part of the money, 0 to 1, from which on {@code out} applies
 * @param creditHeldDays whether the days lost to a hold are given back at the end
 */
@Validated
@ConfigurationProperties("octroi.subscription.access")
record AccessProperties(
    @DefaultValue("keep") WhileDisputed onDisputeOpened,
    @DefaultValue("keep") OnPartialRefund onPartialRefund,
    @DefaultValue("0") @DecimalMin("0") @DecimalMax("1") BigDecimal partialRefundShare,
    @DefaultValue("true") boolean creditHeldDays) {

  AccessPolicy toPolicy() {
    return new AccessPolicy(onDisputeOpened, onPartialRefund, partialRefundShare, creditHeldDays);
  }
}
