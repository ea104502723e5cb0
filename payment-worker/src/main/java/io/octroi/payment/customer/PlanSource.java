package io.octroi.payment.customer;

/** Where a claim about a plan comes from, the most credible first. */
public enum PlanSource {
  /** A person looked at it and decided. */
  OPERATOR(Attested.DECIDED),
  /** Metadata on the provider's object. */
  METADATA(1),
  /** The provider's price or product, by the configured mapping. */
  PRICE(2);

  private final int rank;

  PlanSource(int rank) {
    this.rank = rank;
  }

  /** The smaller the more credible. */
  int rank() {
    return rank;
  }
}
