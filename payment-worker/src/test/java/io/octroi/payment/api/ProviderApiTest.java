package io.octroi.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.payment.api.ApiAnswer.Answered;
import io.octroi.payment.api.ApiAnswer.Refused;
import io.octroi.payment.api.ApiAnswer.Unavailable;
import io.octroi.payment.api.ApiAnswer.Unknown;
import io.octroi.platform.mtnmomo.MomoPayment;
import io.octroi.platform.mtnmomo.MtnMomoStandIn;
import io.octroi.platform.provider.Ids;
import io.octroi.runtime.secret.SecretUnavailableException;
import io.octroi.runtime.secret.SecretVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an API is asked, at the example of the one that wants most of it: MTN's. */
class ProviderApiTest {
  private static final String SECRET =
      "{\"api_user\":\"user\",\"api_key\":\"key\",\"subscription_key\":\"sub\"}";
  private static final String STATUS = "/collection/v1_0/";
  private static final String TOKEN = "/collection/token/";

  private final TestClock clock = new TestClock();
  private final MtnMomoStandIn momo =
      MtnMomoStandIn.start(
          new MtnMomoStandIn.Settings(
              0, "user", "key", "sub", "sandbox", Duration.ofHours(1), clock, Ids.seeded(7)));
  private final MomoPayment payment = MomoPayment.of(15_000, "ord_1");
  private final ProviderApi api = api(SECRET);

  @AfterEach
  void stop() {
    momo.close();
  }

  @Test
  void an_answer_is_handed_on_byte_for_byte() {
    // Given
    momo.successful(payment, clock.instant());

    // When
    ApiAnswer answer = ask();

    // Then
    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(text(answer)).contains("\"status\":\"SUCCESSFUL\"", payment.externalId());
  }

  @Test
  void what_nobody_asked_for_is_unknown() {
    assertThat(ask()).isEqualTo(new Unknown());
  }

  @Test
  void one_token_serves_until_shortly_before_it_ends() {
    // Given
    momo.pending(payment, clock.instant());

    // When
    ask();
    clock.advance(Duration.ofMinutes(58));
    ask();
    assertThat(calls(TOKEN)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(61));
    ApiAnswer late = ask();

    // Then
    assertThat(calls(TOKEN)).isEqualTo(2);
    assertThat(late).isInstanceOf(Answered.class);
  }

  @Test
  void a_token_that_ended_before_its_time_is_renewed_once() {
    // Given
    momo.pending(payment, clock.instant());
    ask();
    momo.tokens().revokeAll();

    // When
    ApiAnswer answer = ask();

    // Then
    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(calls(TOKEN)).isEqualTo(2);
  }

  @Test
  void many_who_need_a_token_at_once_fetch_one() throws Exception {
    // Given
    momo.pending(payment, clock.instant());
    momo.faults().at(TOKEN).slow(1, Duration.ofMillis(100));

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<ApiAnswer> one = this::ask;
      threads.invokeAll(List.of(one, one, one, one, one));
    }

    // Then
    assertThat(calls(TOKEN)).isEqualTo(1);
    assertThat(calls(STATUS)).isEqualTo(5);
  }

  @Test
  void a_failure_on_the_way_is_tried_again() {
    momo.pending(payment, clock.instant());
    momo.faults().at(STATUS).status(1, 503);

    assertThat(ask()).isInstanceOf(Answered.class);
  }

  @Test
  void an_api_that_is_away_is_no_answer_and_no_exception() {
    momo.pending(payment, clock.instant());
    momo.faults().at(STATUS).status(2, 500);

    assertThat(ask()).isEqualTo(new Unavailable("server_error", Duration.ZERO));
  }

  @Test
  void half_an_answer_and_a_web_page_are_no_answers() {
    momo.pending(payment, clock.instant());
    momo.faults().at(STATUS).cutShort(2);
    assertThat(ask()).isEqualTo(new Unavailable("unreachable", Duration.ZERO));
    momo.faults().clear();

    momo.faults().at(STATUS).garbage(1);
    assertThat(ask()).isEqualTo(new Unavailable("garbled", Duration.ZERO));
  }

  @Test
  void an_answer_that_takes_too_long_is_not_waited_for() {
    momo.pending(payment, clock.instant());
    ask();
    momo.faults().at(STATUS).slow(2, Duration.ofSeconds(2));

    assertThat(ask()).isEqualTo(new Unavailable("timeout", Duration.ZERO));
  }

  @Test
  void who_is_told_to_come_back_in_a_minute_comes_back_in_a_minute() {
    momo.pending(payment, clock.instant());
    momo.faults().at(STATUS).tooMany(1, Duration.ofMinutes(1));

    assertThat(ask()).isEqualTo(new Unavailable("rate_limited", Duration.ofMinutes(1)));
    assertThat(calls(STATUS)).isEqualTo(1);
  }

  @Test
  void an_api_that_keeps_failing_is_left_alone_and_then_tried_by_one() {
    // Given
    momo.pending(payment, clock.instant());
    momo.faults().at(STATUS).status(6, 500);
    for (int i = 0; i < 3; i++) {
      ask();
    }

    // When
    ApiAnswer held = ask();
    int callsWhileOpen = calls(STATUS);
    clock.advance(Duration.ofSeconds(30));
    ApiAnswer after = ask();

    // Then
    assertThat(held).isEqualTo(new Unavailable("circuit_open", Duration.ofSeconds(30)));
    assertThat(callsWhileOpen).isEqualTo(6);
    assertThat(after).isInstanceOf(Answered.class);
    assertThat(api.isCircuitOpen()).isFalse();
  }

  @Test
  void credentials_that_are_refused_are_loaded_anew() {
    // Given
    AtomicReference<String> secret = new AtomicReference<>(SECRET.replace("\"key\"", "\"old\""));
    ProviderApi rotated =
        Apis.api(
            Apis.settings("mtn_momo", momo.uri(), "sandbox"),
            clock,
            _ -> List.of(new SecretVersion("v", secret.get())));
    momo.pending(payment, clock.instant());

    // When
    ApiAnswer before = rotated.ask(question(payment.referenceId()));
    secret.set(SECRET);
    clock.advance(Duration.ofSeconds(31));
    ApiAnswer after = rotated.ask(question(payment.referenceId()));

    // Then
    assertThat(before).isEqualTo(new Refused("unauthorized"));
    assertThat(after).isInstanceOf(Answered.class);
  }

  @Test
  void without_complete_credentials_nobody_is_asked() {
    ProviderApi none =
        Apis.api(
            Apis.settings("mtn_momo", momo.uri(), "sandbox"),
            clock,
            _ -> {
              throw new SecretUnavailableException("away");
            });

    assertThat(none.ask(question("a"))).isEqualTo(new Refused("no_credentials"));
    assertThat(api("{\"api_user\":\"user\"}").ask(question("a")))
        .isEqualTo(new Refused("incomplete_credentials"));
    assertThat(momo.server().requests()).isEmpty();
  }

  @Test
  void a_reference_stays_one_segment_of_the_path_whatever_it_holds() {
    ApiAnswer answer = api.ask(question("../../token/?x=1#y"));

    assertThat(answer).isEqualTo(new Unknown());
    assertThat(momo.server().requests().getLast().path())
        .isEqualTo("/collection/v1_0/requesttopay/../../token/?x=1#y");
    assertThat(momo.server().requests().getLast().queryParameters()).isEmpty();
  }

  private ApiAnswer ask() {
    return api.ask(question(payment.referenceId()));
  }

  private static Question question(String reference) {
    return new Question("requesttopay", reference, Map.of());
  }

  private ProviderApi api(String secret) {
    return Apis.api(Apis.settings("mtn_momo", momo.uri(), "sandbox"), clock, Apis.secret(secret));
  }

  private int calls(String path) {
    return (int) momo.server().requests().stream().filter(r -> r.path().startsWith(path)).count();
  }

  private static String text(ApiAnswer answer) {
    return answer instanceof Answered(byte[] document)
        ? new String(document, StandardCharsets.UTF_8)
        : "";
  }
}
