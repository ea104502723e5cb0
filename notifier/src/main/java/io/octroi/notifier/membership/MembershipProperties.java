package io.octroi.notifier.membership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code octroi.notifier.telegram.membership}.
 *
 * @param enabled whether this process makes chats agree with subscriptions
 * @param pollInterval how often it looks for what is due
 * @param batch memberships that are looked after at once, at most
 * @param checks of these, at most so many only because it is time to ask Telegram
 * @param lease how long a worker has a membership to itself
 * @param checkInterval how often Telegram is asked what an account is in a chat
 * @param recheck how long after the end of access it is asked whether the account is out
 * @param firstBackoff the first wait before a step is tried again; doubles with each attempt
 * @param longestBackoff no wait is longer, save one that Telegram asks for
 * @param probeInterval how often one call is tried in a chat where the bot may not act
 * @param budgets how long what is to happen may be outstanding before it is a finding
 */
@Validated
@ConfigurationProperties("octroi.notifier.telegram.membership")
public record MembershipProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("500ms") Duration pollInterval,
    @Min(1) @Max(256) @DefaultValue("16") int batch,
    @Min(1) @Max(256) @DefaultValue("4") int checks,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("6h") Duration checkInterval,
    @DefaultValue("5m") Duration recheck,
    @DefaultValue("2s") Duration firstBackoff,
    @DefaultValue("30m") Duration longestBackoff,
    @DefaultValue("1h") Duration probeInterval,
    @Valid @DefaultValue Budgets budgets) {

  public MembershipProperties {
    for (Duration duration :
        new Duration[] {pollInterval, lease, checkInterval, recheck, firstBackoff, probeInterval}) {
      if (!duration.isPositive()) {
        throw new IllegalArgumentException(
            "durations under octroi.notifier.telegram.membership must be positive");
      }
    }
  }

  /**
   * How long what is to happen may be outstanding.
   *
   * @param joinRequest how long a request may be unanswered
   * @param membershipDue how long a step may wait to be taken up
   * @param membershipFailing how long a step may be tried in vain
   * @param invitationUntold how long a linked customer who paid may be without their link
   * @param linkOpenAfterEnd how long a link may outlive the access it was made for
   */
  public record Budgets(
      @DurationMin(seconds = 1) @DefaultValue("10m") Duration joinRequest,
      @DurationMin(seconds = 1) @DefaultValue("15m") Duration membershipDue,
      @DurationMin(seconds = 1) @DefaultValue("2h") Duration membershipFailing,
      @DurationMin(seconds = 1) @DefaultValue("1h") Duration invitationUntold,
      @DurationMin(seconds = 1) @DefaultValue("1h") Duration linkOpenAfterEnd) {}

  /** How long to wait after so many attempts in vain. */
  Duration backoff(int attempts) {
    Duration wait = firstBackoff.multipliedBy(1L << Math.clamp(attempts, 0, 20));
    return wait.compareTo(longestBackoff) < 0 ? wait : longestBackoff;
  }
}
