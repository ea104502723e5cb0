package io.octroi.notifier.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.linking.LinkDecision.Confirm;
import io.octroi.notifier.linking.LinkDecision.Link;
import io.octroi.notifier.linking.LinkDecision.Refusal;
import io.octroi.notifier.linking.LinkDecision.Refuse;
import io.octroi.notifier.linking.LinkDecision.Replace;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LinkDecisionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final long ACCOUNT = 42;
  private static final long OTHER_ACCOUNT = 43;
  private static final Optional<IssuedToken> OPEN =
      Optional.of(new IssuedToken("cus_1", NOW.plusSeconds(1), OptionalLong.empty()));

  @Test
  void a_token_links_an_account_that_is_nobodys_to_a_customer_who_has_none() {
    assertThat(decide(OPEN, Optional.empty(), Optional.empty())).isEqualTo(new Link("cus_1"));
  }

  @Test
  void a_token_is_worth_nothing_from_the_instant_it_expires() {
    Optional<IssuedToken> expired =
        Optional.of(new IssuedToken("cus_1", NOW, OptionalLong.empty()));

    assertThat(decide(expired, Optional.empty(), Optional.empty()))
        .isEqualTo(new Refuse("cus_1", Refusal.TOKEN_EXPIRED));
    assertThat(decide(Optional.empty(), Optional.empty(), Optional.empty()))
        .isEqualTo(new Refuse("", Refusal.TOKEN_UNKNOWN));
  }

  @Test
  void a_used_token_is_refused_to_all_but_whose_it_has_become() {
    Optional<IssuedToken> used =
        Optional.of(new IssuedToken("cus_1", NOW.plusSeconds(1), OptionalLong.of(OTHER_ACCOUNT)));

    assertThat(decide(used, Optional.empty(), Optional.empty()))
        .isEqualTo(new Refuse("cus_1", Refusal.TOKEN_USED));
    assertThat(decide(used, link("cus_1", ACCOUNT), link("cus_1", ACCOUNT)))
        .isEqualTo(new Confirm("cus_1"));
  }

  @Test
  void who_is_linked_otherwise_stays_so_unless_the_policy_says_replace() {
    assertThat(decide(OPEN, link("cus_1", OTHER_ACCOUNT), Optional.empty()))
        .isEqualTo(new Refuse("cus_1", Refusal.CUSTOMER_LINKED_ELSEWHERE));
    assertThat(decide(OPEN, Optional.empty(), link("cus_2", ACCOUNT)))
        .isEqualTo(new Refuse("cus_1", Refusal.ACCOUNT_LINKED_ELSEWHERE));
    assertThat(
            LinkDecision.of(
                OPEN,
                link("cus_1", OTHER_ACCOUNT),
                link("cus_2", ACCOUNT),
                ACCOUNT,
                RelinkPolicy.REPLACE,
                NOW))
        .isEqualTo(
            new Replace(
                "cus_1",
                List.of(
                    link("cus_1", OTHER_ACCOUNT).orElseThrow(),
                    link("cus_2", ACCOUNT).orElseThrow())));
  }

  @Test
  void a_token_is_what_telegram_lets_through() {
    assertThat(StartToken.parse("A-z_9")).isPresent();
    assertThat(StartToken.parse("a".repeat(64))).isPresent();
    assertThat(StartToken.parse("a".repeat(65))).isEmpty();
    assertThat(StartToken.parse("")).isEmpty();
    assertThat(StartToken.parse("a b")).isEmpty();
    assertThat(StartToken.parse("é")).isEmpty();
  }

  @Test
  void tokens_are_drawn_so_that_nobody_guesses_them() {
    SecureRandom random = new SecureRandom();

    StartToken one = StartToken.draw(random);
    StartToken other = StartToken.draw(random);

    assertThat(one.text()).hasSize(43).isNotEqualTo(other.text());
    assertThat(one.toString()).doesNotContain(one.text());
    assertThat(one.sha256()).hasSize(32).isNotEqualTo(other.sha256());
  }

  private static LinkDecision decide(
      Optional<IssuedToken> token,
      Optional<AccountLink> ofCustomer,
      Optional<AccountLink> ofAccount) {
    return LinkDecision.of(token, ofCustomer, ofAccount, ACCOUNT, RelinkPolicy.REFUSE, NOW);
  }

  private static Optional<AccountLink> link(String customer, long account) {
    return Optional.of(new AccountLink(customer, account, NOW, "start_token", ""));
  }
}
