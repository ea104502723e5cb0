package io.octroi.bench.scenario;

import io.octroi.bench.load.ClosedLoop;
import io.octroi.bench.load.EventTemplate;
import io.octroi.bench.load.Load;
import io.octroi.bench.load.LoadResult;
import io.octroi.bench.load.Pace;
import io.octroi.bench.measure.Backlog;
import io.octroi.bench.measure.Follower;
import io.octroi.bench.measure.Leftovers;
import io.octroi.bench.measure.Station;
import io.octroi.bench.measure.Stations;
import io.octroi.bench.report.Findings;
import io.octroi.bench.report.Key;
import io.octroi.bench.report.Unit;
import io.octroi.bench.subject.Octroi;
import io.octroi.bench.subject.Subject;
import io.octroi.platform.process.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What scenarios work with: the running product, what stands beside it, and where figures go. */
public final class Bench {
  /** Of an event as Stripe sends it, in bytes. */
  public static final int EVENT_BYTES = 3 * 1024;

  private static final Duration TO_SETTLE = Duration.ofSeconds(90);
  private static final Duration LOOK_EACH = Duration.ofMillis(300);
  private static final int LOOKS = 4;

  private final Octroi octroi;
  private final Map<Beside, Subject> beside;
  private final Findings findings;
  private final Times times;
  private final Clock clock;
  private final AtomicInteger runs = new AtomicInteger();

  /** For one run of the bench. */
  public Bench(
      Octroi octroi, Map<Beside, Subject> beside, Findings findings, Times times, Clock clock) {
    this.octroi = octroi;
    this.beside = Map.copyOf(beside);
    this.findings = findings;
    this.times = times;
    this.clock = clock;
  }

  Octroi octroi() {
    return octroi;
  }

  Optional<Subject> beside(Beside which) {
    return Optional.ofNullable(beside.get(which));
  }

  Times times() {
    return times;
  }

  Clock clock() {
    return clock;
  }

  /** Events that no run before had. */
  EventTemplate events(int bytes) {
    String tag = String.format(Locale.ROOT, "b%05d", runs.incrementAndGet());
    return EventTemplate.of(tag, bytes, clock.instant());
  }

  LoadResult post(Subject subject, EventTemplate template, int connections, Pace pace) {
    return Load.run(
        new Load.Target(subject.endpoint(), subject.secret(), template, connections), pace, clock);
  }

  /** The same load as is measured later; a JVM that was just started is several times slower. */
  public void warmUp(Subject subject) {
    post(subject, events(EVENT_BYTES), 64, ClosedLoop.during(times.warmUp()));
  }

  /**
   * The whole way of the product, until its rate stands still: first each service alone, as the
   * programs beside it are warmed up, then all at once. JVMs that start together share processors
   * for their compilers, and take many minutes to compile what they do.
   *
   * @return whether it stood still before the longest time was over
   */
  public boolean warmUp(Octroi fresh) {
    warmUpOneByOne(fresh);
    return warmUp(fresh, Station.NOTIFICATION);
  }

  /**
   * The product's way as far as a station, all of it at once.
   *
   * @return whether its rate stood still before the longest time was over
   */
  boolean warmUp(Octroi fresh, Station station) {
    Plateau plateau = new Plateau();
    Deadline deadline = Deadline.after(times.warmUpAtMost());
    while (!deadline.passed()) {
      Sustained sustained = Sustained.until(this, fresh, station, EVENT_BYTES, times.warmUp());
      if (plateau.reached(sustained.perSecond(station))) {
        return true;
      }
    }
    return false;
  }

  private void warmUpOneByOne(Octroi fresh) {
    EventTemplate events = events(EVENT_BYTES);
    Stations stations = new Stations(fresh.system().database().superuser(), events);
    Drain.WORKERS.keySet().forEach(fresh::pause);
    try {
      LoadResult load =
          post(fresh, events, 64, ClosedLoop.of(times.backlog(), times.warmUpAtMost()));
      Drain.WORKERS.forEach((worker, station) -> {
        fresh.resume(worker);
        try (Follower follower = Follower.of(stations, station)) {
          follower.await(load.accepted(), times.warmUpAtMost());
        }
      });
    } finally {
      // One that stands still could not be stopped.
      Drain.WORKERS.keySet().forEach(fresh::resume);
    }
  }

  /** Where the product's events of this template are. */
  Stations stations(EventTemplate template) {
    return new Stations(octroi.system().database().superuser(), template);
  }

  void found(Scenario scenario, String figure, Subject subject, Unit unit, double value) {
    found(scenario, figure, subject.name(), unit, value);
  }

  void found(Scenario scenario, String figure, String subject, Unit unit, double value) {
    findings.add(new Key(scenario.name(), figure, subject), unit, value);
  }

  /**
   * Waits until nothing is on its way any more, so that what is measured next is alone. Mail that
   * still waits is taken back: only its pace at the mail server would be waited for.
   */
  public void settle() {
    Backlog backlog = new Backlog(octroi.system().broker().bootstrapServers());
    Deadline deadline = Deadline.after(TO_SETTLE);
    int quiet = 0;
    while (quiet < LOOKS && !deadline.passed()) {
      // What is in an outbox is in no topic yet: one look proves nothing.
      quiet = backlog.unread() == 0 ? quiet + 1 : 0;
      Deadline.pause(LOOK_EACH);
    }
    new Leftovers(octroi.system().database().superuser()).takeBackMail();
  }
}
