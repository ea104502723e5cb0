package io.octroi.platform.provider;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.RequestHandler;

/** Ends a request with a provider's own refusal. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer.Reply answer;

  public Refusal(Answer.Reply answer) {
    super("refused with " + answer.status(), null, false, false);
    this.answer = answer;
  }

  /** A handler that answers refusals which the given one throws. */
  public static RequestHandler answering(RequestHandler handler) {
    return request -> {
      try {
        return handler.answer(request);
      } catch (Refusal e) {
        return e.answer;
      }
    };
  }
}
