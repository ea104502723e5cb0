package io.octroi.payment.backfill;

import io.octroi.contracts.VerifiedWebhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Paystack's transactions, refunds and disputes: it lists no events. All are listed by when they
 * began. The cursor is the list and the number of its page.
 */
final class PaystackSource implements EventSource {
  static final String PROVIDER = "paystack";
  private static final List<Kind> LISTS = List.of(Kind.values());

  private final Listing api;
  private final Fetched fetched;
  private final int pageSize;

  PaystackSource(Listing api, Fetched fetched, int pageSize) {
    this.api = api;
    this.fetched = fetched;
    this.pageSize = pageSize;
  }

  /** What is listed. */
  private enum Kind {
    TRANSACTION("transaction", "/transaction/verify/", "success|failed|abandoned|reversed"),
    REFUND("refund", "/refund/", "processed|failed"),
    DISPUTE("dispute", "/dispute/", "resolved");

    private final String word;
    private final String one;
    private final String ends;

    Kind(String word, String one, String ends) {
      this.word = word;
      this.one = one;
      this.ends = ends;
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isDecided(JsonNode object) {
      return Json.text(object, "status").matches(ends);
    }

    /** A transaction that is not decided says nothing yet; what follows from one does. */
    boolean isTold(JsonNode object) {
      return this != TRANSACTION || isDecided(object);
    }

    /** By which a single one is asked for. */
    String reference(JsonNode object) {
      return Json.text(object, this == TRANSACTION ? "reference" : "id");
    }
  }

  private record Place(Kind kind, int page) {
    static Place of(String cursor) {
      if (cursor.isEmpty()) {
        return new Place(Kind.TRANSACTION, 1);
      }
      int space = cursor.indexOf(' ');
      return new Place(
          Kind.of(cursor.substring(0, space)), Integer.parseInt(cursor.substring(space + 1)));
    }

    /** The next page of its list, else the first of the next list, if there is one. */
    Optional<String> next(boolean more) {
      if (more) {
        return Optional.of(kind.word + " " + (page + 1));
      }
      int list = LISTS.indexOf(kind) + 1;
      return list < LISTS.size() ? Optional.of(LISTS.get(list).word + " 1") : Optional.empty();
    }
  }

  @Override
  public Page page(Window window, String cursor) {
    Place place = Place.of(cursor);
    Kind kind = place.kind();
    JsonNode answer =
        api.get(
            ListPath.of("/" + kind.word)
                .with("from", window.from())
                .with("to", window.to())
                .with("perPage", pageSize)
                .with("page", place.page()));
    List<VerifiedWebhook> events = new ArrayList<>();
    List<Undecided> undecided = new ArrayList<>();
    for (JsonNode object : Json.list(answer, "data")) {
      Instant created = created(object);
      if (window.holds(created)) {
        if (kind.isTold(object)) {
          events.add(webhook(kind, object));
        }
        if (!kind.isDecided(object)) {
          undecided.add(
              new Undecided(kind.word, kind.reference(object), created, kind == Kind.TRANSACTION));
        }
      }
    }
    boolean more = place.page() < answer.path("meta").path("pageCount").asInt(1);
    return new Page(events, undecided, place.next(more));
  }

  @Override
  public Optional<Standing> again(Undecided undecided) {
    Kind kind = Kind.of(undecided.kind());
    return api.find(ListPath.of(kind.one + ListPath.segment(undecided.reference())))
        .map(answer -> {
          JsonNode object = answer.path("data");
          return new Standing(
              kind.isTold(object) ? List.of(webhook(kind, object)) : List.of(),
              kind.isDecided(object));
        });
  }

  private VerifiedWebhook webhook(Kind kind, JsonNode object) {
    String id = Json.text(object, "id");
    String status = Json.text(object, "status");
    return switch (kind) {
      case TRANSACTION ->
          fetched.object(
              "charge." + status + ":" + id + ":" + status,
              kind.word,
              Json.text(object, "reference"),
              ended(object, "paid_at"),
              object);
      // A refund's webhook does not have its id.
      case REFUND ->
          fetched.object(
              "refund:" + id + ":" + status,
              kind.word,
              object.path("transaction_reference").asString(""),
              ended(object, "refunded_at"),
              object);
      case DISPUTE ->
          fetched.object(
              "charge.dispute."
                  + (status.equals("resolved") ? "resolve" : "create")
                  + ":"
                  + id
                  + ":"
                  + status,
              kind.word,
              object.path("transaction").path("reference").asString(""),
              ended(object, "resolvedAt"),
              object);
    };
  }

  private static Instant created(JsonNode object) {
    return Json.time(object, object.has("created_at") ? "created_at" : "createdAt");
  }

  private static Instant ended(JsonNode object, String name) {
    return object.path(name).isString() ? Json.time(object, name) : created(object);
  }
}
