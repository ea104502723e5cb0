package io.octroi.subscription.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.subscription.reconciliation}.
 *
 * @param paymentsUrl the payment-worker's management address, such as {@code http://payments:9081};
 *     empty for not to compare
 * @param token the operator's token to present there
 * @param pageSize payments that are asked for at once
 * @param settleAfter what changed later than this ago may still be on its way and is not compared
 * @param timeout how long to wait for one page
 */
@Validated
@ConfigurationProperties("octroi.subscription.reconciliation")
record ReconciliationProperties(
    @DefaultValue("") String paymentsUrl,
    @DefaultValue("") String token,
    @Min(1) @Max(1000) @DefaultValue("500") int pageSize,
    @DefaultValue("15m") Duration settleAfter,
    @DefaultValue("20s") Duration timeout) {

  @Override
  public String toString() {
    return "ReconciliationProperties[paymentsUrl=" + paymentsUrl + "]";
  }
}
