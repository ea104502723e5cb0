package io.octroi.subscription.removal;

import java.util.List;

/**
 * Of which families members may be put out. In SQL: {@code (family = any(exceptions)) <>
 * byDefault}.
 *
 * @param exceptions families for which the opposite of {@code byDefault} holds
 */
public record Armed(boolean byDefault, List<String> exceptions) {
  public Armed {
    exceptions = List.copyOf(exceptions);
  }

  /** As an argument of a statement. */
  public String[] exceptionArray() {
    return exceptions.toArray(String[]::new);
  }
}
