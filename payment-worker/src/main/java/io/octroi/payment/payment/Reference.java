package io.octroi.payment.payment;

import java.util.Comparator;

/**
 * One of the names under which a provider knows a payment. Two references are the same if provider
 * and value are: the kind describes, it does not tell apart.
 *
 * @param value the provider's id
 */
public record Reference(String provider, ReferenceKind kind, String value)
    implements Comparable<Reference> {

  /** The reference that best names the whole payment comes first. */
  static final Comparator<Reference> BY_KIND =
      Comparator.comparing(Reference::kind).thenComparing(Comparator.naturalOrder());

  private static final Comparator<Reference> BY_NAME =
      Comparator.comparing(Reference::provider).thenComparing(Reference::value);

  @Override
  public int compareTo(Reference other) {
    return BY_NAME.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reference r && provider.equals(r.provider) && value.equals(r.value);
  }

  @Override
  public int hashCode() {
    return 31 * provider.hashCode() + value.hashCode();
  }
}
