package io.octroi.subscription.reconciliation;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import io.octroi.platform.http.RecordedRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** Answers as the payment-worker does when it is asked which payments it has told of. */
public final class StandInPaymentWorker {
  public static final String TOKEN = "the-payment-worker-knows-it";
  private static final LoopbackServer SERVER =
      LoopbackServer.start("payment-worker", 0, Clock.systemUTC(), StandInPaymentWorker::answer);

  /** The next payments after an id, as JSON objects; nobody has any until a test says so. */
  private static volatile BiFunction<UUID, Integer, List<String>> payments =
      (after, limit) -> List.of();

  private static volatile boolean broken;

  private StandInPaymentWorker() {}

  public static String url() {
    return SERVER.uri().toString();
  }

  static void knows(BiFunction<UUID, Integer, List<String>> list) {
    payments = list;
  }

  static void breaks(boolean now) {
    broken = now;
  }

  private static Answer answer(RecordedRequest request) {
    if (!request.header("authorization").orElse("").equals("Bearer " + TOKEN)) {
      return Answer.json(401, "{}");
    }
    if (broken || !request.path().equals("/operations/reconciliation/payments")) {
      return Answer.json(503, "{}");
    }
    Map<String, String> query = request.queryParameters();
    List<String> page =
        new ArrayList<>(
            payments.apply(
                UUID.fromString(query.get("after")), Integer.valueOf(query.get("limit"))));
    return Answer.json(200, "{\"items\":[" + String.join(",", page) + "]}");
  }
}
