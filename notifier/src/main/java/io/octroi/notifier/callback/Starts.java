package io.octroi.notifier.callback;

import io.octroi.notifier.callback.TelegramUpdate.Started;
import io.octroi.notifier.linking.AccountLink;
import io.octroi.notifier.linking.LinkResult;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.membership.Expectations;
import io.octroi.notifier.membership.Memberships;
import io.octroi.notifier.membership.Welcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Links accounts that show a token, and invites those that are linked; in one transaction. */
final class Starts {
  /** Who asks again within this time is not invited again. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Linking linking;
  private final Links links;
  private final Welcomes welcomes;
  private final Memberships memberships;
  private final Expectations expectations;

  Starts(
      Linking linking,
      Links links,
      Welcomes welcomes,
      Memberships memberships,
      Expectations expectations) {
    this.linking = linking;
    this.links = links;
    this.welcomes = welcomes;
    this.memberships = memberships;
    this.expectations = expectations;
  }

  /** Returns the name of the answer; empty where the invitation itself is the answer. */
  Optional<String> started(Started start, String traceparent, Instant now) {
    return start.payload().isEmpty()
        ? again(start, traceparent, now)
        : withToken(start, traceparent, now);
  }

  private Optional<String> withToken(Started start, String traceparent, Instant now) {
    return switch (linking.redeem(start.payload(), start.userId(), traceparent, now)) {
      case LinkResult.Linked linked -> {
        linked.cut().forEach(old -> memberships.cut(old.telegramUserId(), now));
        expectations.linked(linked.customerId(), now);
        yield invited(linked.customerId(), traceparent, now);
      }
      case LinkResult.Refused refused -> Optional.of(refused.code());
    };
  }

  private Optional<String> again(Started start, String traceparent, Instant now) {
    Optional<AccountLink> link = links.ofAccount(start.userId());
    if (link.isEmpty()) {
      return Optional.of("stranger");
    }
    linking.reach(start.userId(), "");
    return invited(link.get().customerId(), traceparent, now);
  }

  private Optional<String> invited(String customerId, String traceparent, Instant now) {
    long pause = now.getEpochSecond() / PAUSE.toSeconds();
    welcomes.plan(customerId, "start:" + pause, traceparent, now);
    return welcomes.opensNothing(customerId, now) ? Optional.of("linked") : Optional.empty();
  }
}
