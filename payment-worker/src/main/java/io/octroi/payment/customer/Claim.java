package io.octroi.payment.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.contracts.Contact;
import org.jspecify.annotations.Nullable;

/**
 * What one event says about who pays for what and how to reach them. Any part may be missing.
 *
 * @param customerId our id of the customer
 * @param customerSource how {@code customerId} was said; of no weight without it
 * @param planCode our code of the plan
 * @param planSource how {@code planCode} was said; of no weight without it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Claim(
    @JsonProperty("customer_id") @Nullable String customerId,
    @JsonProperty("customer_source") CustomerSource customerSource,
    @JsonProperty("plan_code") @Nullable String planCode,
    @JsonProperty("plan_source") PlanSource planSource,
    @JsonProperty("contact") Contact contact) {

  /** Says nothing. */
  public static final Claim NONE =
      new Claim(null, CustomerSource.METADATA, null, PlanSource.PRICE, Contact.UNKNOWN);

  @JsonIgnore
  public boolean isEmpty() {
    return customerId == null && planCode == null && contact.equals(Contact.UNKNOWN);
  }

  /** This claim without what it says about the plan. */
  public Claim withoutPlan() {
    return new Claim(customerId, customerSource, null, PlanSource.PRICE, contact);
  }

  /** This claim without what it says about the customer's id. */
  public Claim withoutCustomer() {
    return new Claim(null, CustomerSource.METADATA, planCode, planSource, contact);
  }

  /** This claim, with what it lacks taken from {@code other}. */
  public Claim orElse(Claim other) {
    boolean ownCustomer = customerId != null;
    boolean ownPlan = planCode != null;
    return new Claim(
        ownCustomer ? customerId : other.customerId,
        ownCustomer ? customerSource : other.customerSource,
        ownPlan ? planCode : other.planCode,
        ownPlan ? planSource : other.planSource,
        contact.orElse(other.contact));
  }
}
