package io.octroi.gateway.scheme;

import io.octroi.gateway.scheme.Verification.Rejected;
import io.octroi.gateway.scheme.Verification.Verified;
import java.util.function.Function;

/** One step of a verification: it yields something, or the reason to reject. */
public sealed interface Attempt<T> {

  record Passed<T>(T value) implements Attempt<T> {}

  record Failed<T>(RejectionReason reason) implements Attempt<T> {}

  static <T> Attempt<T> passed(T value) {
    return new Passed<>(value);
  }

  static <T> Attempt<T> failed(RejectionReason reason) {
    return new Failed<>(reason);
  }

  /** Goes on with {@code next}, unless this step failed. */
  default <R> Attempt<R> then(Function<? super T, Attempt<R>> next) {
    return switch (this) {
      case Passed<T>(T value) -> next.apply(value);
      case Failed<T>(RejectionReason reason) -> new Failed<>(reason);
    };
  }

  /** The verdict that the last step comes to. */
  static Verification verdict(Attempt<Verified> last) {
    return switch (last) {
      case Passed<Verified>(Verified verified) -> verified;
      case Failed<Verified>(RejectionReason reason) -> new Rejected(reason);
    };
  }
}
