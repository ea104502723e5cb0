package io.octroi.local.demo;

import io.octroi.local.LocalSystem;
import io.octroi.local.Shop;
import io.octroi.local.Shop.Purchase;
import io.octroi.platform.telegram.JoinOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A member pays, links an account, is let in, reminded, put out, pays again and comes back: by
 * webhooks over HTTP and the one clock, which nobody else may move meanwhile. Whatever must not be
 * ends it.
 */
public final class Month implements AutoCloseable {
  /** What the plan that is bought grants. */
  public static final Duration PLAN = Duration.ofDays(30);

  /** How long before the end the member is reminded. */
  public static final Duration REMINDED_BEFORE = Duration.ofDays(2);

  private static final Duration LATE_BY = Duration.ofDays(3);

  /** Before something is due; longer than a busy machine needs for what happens at an instant. */
  private static final Duration SHORTLY = Duration.ofMinutes(10);

  /** Real time in which everything that is due is looked at several times. */
  private static final Duration A_WHILE = Duration.ofMillis(600);

  private final LocalSystem system;
  private final Shop shop;
  private final Witness witness;
  private final Consumer<String> out;
  private final String customer;
  private final long account;
  private final Set<String> usedLinks = new HashSet<>();
  private Instant begin = Instant.EPOCH;

  /**
   * @param customer nobody who has paid before
   * @param out takes the story, line by line
   */
  public Month(LocalSystem system, String customer, Consumer<String> out) {
    this.system = system;
    this.shop = new Shop(system);
    this.customer = customer;
    this.account = 1_000_000_000L + Integer.toUnsignedLong(customer.hashCode());
    this.witness = new Witness(system, customer, account);
    this.out = out;
  }

  /**
   * Plays it.
   *
   * @param pause when no worker runs, if ever
   * @throws BrokenStory as soon as the story is not as it must be
   */
  public void play(Optional<Pause> pause) {
    begin = system.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = buy("pays").plus(PLAN);
    witness.await("end of access at " + end, () -> witness.endOfAccess().equals(end));
    tell("Access is open until " + end + ".");
    link();
    enter("asks to join");

    Passage passage = new Passage(system, witness, pause, this::tell);
    boolean reminded = stayAndBeReminded(passage, end);
    end(passage, end);
    comeBack(passage, end);
    requireTold(reminded);
  }

  private Instant buy(String doing) {
    Purchase purchase = shop.buy(customer, account);
    system.standIns().stripe().publish(purchase.event());
    // Tried again until it is taken, as providers do.
    witness.await("2xx for the webhook", () -> shop.tell(purchase.event()));
    tell("The member " + doing + " 49.00 EUR. The gateway answers the signed webhook with 2xx.");
    return purchase.payment().createdAt().truncatedTo(ChronoUnit.SECONDS);
  }

  private void link() {
    String link = newLink("start link", text -> text.contains("?start="));
    tell("A mail confirms it: “" + lastSubject() + "”. It holds a start link.");
    witness.people().start(account, link.replaceAll(".*\\?start=", ""));
    tell("The member opens the start link: the Telegram account is linked.");
  }

  private void enter(String doing) {
    String link = newLink("invitation", text -> !text.contains("?start="));
    tell("The bot invites.");
    JoinOutcome outcome = witness.people().join(link, account);
    require(outcome == JoinOutcome.REQUESTED, "the invitation does not ask but is " + outcome);
    tell("The member " + doing + ".");
    witness.await("approval", witness::isIn);
    tell("The request is approved: the member is in the chat.");
  }

  private boolean stayAndBeReminded(Passage passage, Instant end) {
    Instant reminder = end.minus(REMINDED_BEFORE);
    passage.to(reminder.minus(SHORTLY));
    if (passage.now().isBefore(reminder)) {
      witness.pause(A_WHILE);
      require(witness.told("reminder") == 0, "the member was reminded too early");
      tell("Nobody has reminded the member yet.");
    }
    passage.to(reminder);
    boolean useful = passage.now().isBefore(end);
    if (useful) {
      witness.await("reminder", () -> witness.told("reminder") == 1 && witness.mails().size() == 2);
      require(!lastMailAt().isBefore(reminder), "the reminder's mail came before its time");
      tell("A mail reminds: “" + lastSubject() + "”.");
      passage.to(end.minus(SHORTLY));
      witness.pause(A_WHILE);
      require(witness.isIn(), "the member is out before the end");
      require(witness.told("access-ended") == 0, "the end was told before it came");
      tell("The member is still in, and was reminded once.");
    }
    return useful;
  }

  private void end(Passage passage, Instant end) {
    passage.to(end);
    tell("The time that was paid for is over. Have the providers nothing to tell?");
    witness.await("end of access", () -> witness.told("access-ended") == 1);
    tell("Access ends.");
    witness.await("removal from the chat", () -> !witness.isIn());
    witness.await("mail about the end", () -> !lastMailAt().isBefore(end));
    tell("The member is out of the chat; a mail says so: “" + lastSubject() + "”.");
  }

  private void comeBack(Passage passage, Instant end) {
    passage.to(end.plus(LATE_BY));
    require(!witness.isIn(), "the member is in without having paid");
    Instant until = buy("renews, late, for").plus(PLAN);
    witness.await("end of access at " + until, () -> witness.endOfAccess().equals(until));
    tell("Access is open until " + until + ", from the new payment on.");
    enter("asks to join again");
  }

  private void requireTold(boolean reminded) {
    int mails = reminded ? 4 : 3;
    witness.await("last mail", () -> witness.mails().size() >= mails);
    witness.awaitQuiet();
    witness.pause(A_WHILE);
    require(witness.gotNothingTwice(), "something was told twice");
    require(
        witness.mails().size() == mails,
        "there were " + witness.mails().size() + " mails and not " + mails);
    require(
        witness.told("reminder") == (reminded ? 1 : 0)
            && witness.told("activation-confirmed") == 2
            && witness.told("access-ended") == 1,
        "what was told is " + witness.told());
    tell("What the member was told, and how often: " + witness.told());
  }

  private String newLink(String what, Predicate<String> fits) {
    witness.await(what, () -> !newLinks(fits).isEmpty());
    String link = newLinks(fits).getFirst();
    usedLinks.add(link);
    return link;
  }

  private List<String> newLinks(Predicate<String> fits) {
    return witness.links().stream()
        .filter(link -> fits.test(link) && !usedLinks.contains(link))
        .toList();
  }

  private String lastSubject() {
    return witness.mails().getLast().subject();
  }

  private Instant lastMailAt() {
    return witness.mails().getLast().receivedAt();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new BrokenStory(otherwise);
    }
  }

  private void tell(String what) {
    Instant now = system.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    out.accept(
        String.format(
            Locale.ROOT, "  %s  day %2d  %s", now, Duration.between(begin, now).toDays(), what));
  }

  @Override
  public void close() {
    shop.close();
  }
}
