package io.octroi.payment.api;

import java.util.Map;

/**
 * The state of what is asked for.
 *
 * @param kind what it is in the provider's words, such as {@code requesttopay}
 * @param reference its id, as the provider's API takes it
 * @param details what else the provider wants to hear of it, such as {@code pay_token}
 */
public record Question(String kind, String reference, Map<String, String> details) {
  public Question {
    details = Map.copyOf(details);
  }
}
