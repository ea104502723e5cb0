package io.octroi.payment.customer;

/** Where a claim about a customer comes from, the most credible first. */
public enum CustomerSource {
  /** A person looked at it and decided. */
  OPERATOR(Attested.DECIDED),
  /** The reference that our checkout gave to the provider for this one purchase. */
  CLIENT_REFERENCE(1),
  /** Metadata on the provider's object. */
  METADATA(2);

  private final int rank;

  CustomerSource(int rank) {
    this.rank = rank;
  }

  /** The smaller the more credible. */
  int rank() {
    return rank;
  }
}
