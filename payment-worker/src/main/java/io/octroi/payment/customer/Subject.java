package io.octroi.payment.customer;

/**
 * Something at a provider that stands for a customer over several payments: its customer object or
 * a recurring agreement.
 *
 * @param id the provider's id, such as Stripe's {@code cus_…} or {@code sub_…}
 */
public record Subject(String provider, String id) implements Comparable<Subject> {
  @Override
  public int compareTo(Subject other) {
    int byProvider = provider.compareTo(other.provider);
    return byProvider != 0 ? byProvider : id.compareTo(other.id);
  }
}
