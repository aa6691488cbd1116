package org.rolewright.proctoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.Admission;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.candidacy.ExamWindow;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.ConductService;
import org.rolewright.delivery.RosterLine;
import org.rolewright.delivery.SittingId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.proctoring.ProctoringRepository.Deed;
import org.rolewright.proctoring.ProctoringRepository.Done;
import org.rolewright.proctoring.RosterView.Connection;
import org.rolewright.proctoring.RosterView.Row;
import org.rolewright.rehearsal.RehearsalService;
import org.rolewright.timing.ExamClock;
import org.rolewright.timing.SittingState;

/** The room: who is there, who is let in, and what is done to the clock. */
public final class RoomService {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Bookings do not change while an exam runs; accommodations and names are read this often. */
  private static final int LOOKS_AT_ADMISSIONS = 30;

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Sources sources;
  private final ProctoringRepository repository = new ProctoringRepository();
  private final FollowedRooms rooms = new FollowedRooms(LOOK);

  /** What is read from and acted on. */
  public record Sources(
      CandidacyService candidacies, RehearsalService rehearsals, ConductService conduct) {}

  /** A published window, to choose from. */
  public record WindowView(
      UUID windowId,
      String title,
      String place,
      String room,
      Instant opensAt,
      Instant closesAt,
      String timeZone,
      int sittings,
      int underWay,
      int closed) {}

  /** How far the clocks are apart; what somebody is asked to confirm. */
  public record ClockView(boolean trusted, Optional<Instant> since, long wallMs, long databaseMs) {
    private static ClockView of(ExamClock.Doubt doubt) {
      return new ClockView(
          doubt.since().isEmpty(),
          doubt.since(),
          doubt.wall().toMillis(),
          doubt.database().toMillis());
    }
  }

  /** The document that was seen. */
  public record CheckInInput(String document, Optional<String> note) {}

  /** What a command came to. */
  public record CommandView(UUID commandId, int done, int skipped) {
    private static CommandView of(Done done) {
      return new CommandView(done.id(), done.done(), done.skipped());
    }
  }

  public RoomService(Database database, InstantSource clock, AuditService audit, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.sources = sources;
  }

  /** Published windows that are not long over, the next first. */
  public List<WindowView> listWindows(Actor actor) {
    Permission.PROCTOR_EXAMS.require(actor);
    var recent = clock.instant().minus(Duration.ofDays(2));
    return database.transaction(tx ->
        sources.rehearsals.listPublished(tx).stream()
            .map(id -> sources.candidacies.window(tx, id))
            .filter(window -> window.closesAt().isAfter(recent))
            .map(window -> view(tx, window))
            .sorted(java.util.Comparator.comparing(WindowView::opensAt))
            .toList());
  }

  private WindowView view(Tx tx, ExamWindow window) {
    var lines = sources.conduct.roster(tx, window.id());
    return new WindowView(
        window.id().value(),
        window.title(),
        window.place(),
        window.room(),
        window.opensAt(),
        window.closesAt(),
        window.timeZone(),
        lines.size(),
        (int) lines.stream().filter(line -> line.state().underWay()).count(),
        (int) lines.stream().filter(line -> line.state() == SittingState.CLOSED).count());
  }

  /** Everybody with a seat. */
  public RosterView roster(Actor actor, ExamWindowId window) {
    Permission.PROCTOR_EXAMS.require(actor);
    return database.transaction(
        tx -> roster(tx, window, sources.candidacies.listAdmissions(tx, window)));
  }

  /** Tells the roster now and whenever it changed; returns when interrupted. */
  public void follow(Actor actor, ExamWindowId window, Consumer<RosterView> listener)
      throws InterruptedException {
    Permission.PROCTOR_EXAMS.require(actor);
    Optional<RosterView> told = Optional.empty();
    try (var room = rooms.follow(window, reading(window))) {
      for (; ; Thread.sleep(LOOK)) {
        var seen = room.look();
        if (told.filter(seen::sameAs).isPresent()) continue;
        listener.accept(seen);
        told = Optional.of(seen);
      }
    }
  }

  /** Reads the room; the seats in it every so many times. */
  private Supplier<RosterView> reading(ExamWindowId window) {
    var looks = new AtomicInteger();
    var seated = new AtomicReference<List<Admission>>();
    return () ->
        database.transaction(tx -> {
          if (looks.get() % LOOKS_AT_ADMISSIONS == 0)
            seated.set(sources.candidacies.listAdmissions(tx, window));
          looks.incrementAndGet();
          return roster(tx, window, seated.get());
        });
  }

  private RosterView roster(Tx tx, ExamWindowId window, List<Admission> admissions) {
    var lines =
        sources.conduct.roster(tx, window).stream()
            .collect(Collectors.toMap(RosterLine::admission, Function.identity()));
    var sittings = lines.values().stream().map(line -> line.sitting().value()).toList();
    var beside =
        new Beside(
            repository.checkedIn(tx, admissions.stream().map(one -> one.id().value()).toList()),
            repository.unread(tx, sittings),
            repository.incidents(tx, window).stream()
                .flatMap(one -> one.getKey().sittingId().stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.summingInt(_ -> 1))));
    var now = sources.conduct.now(tx);
    return new RosterView(
        window,
        now,
        sources.conduct.doubt(tx).since().isEmpty(),
        admissions.stream()
            .map(admission ->
                row(admission, Optional.ofNullable(lines.get(admission.id())), beside, now))
            .toList());
  }

  /** What stands beside the sitting. */
  private record Beside(
      java.util.Set<UUID> checkedIn, Map<UUID, Integer> unread, Map<UUID, Integer> incidents) {}

  private static Row row(
      Admission admission, Optional<RosterLine> line, Beside beside, Instant now) {
    var sitting = line.map(one -> one.sitting().value());
    var running =
        line.filter(one -> one.state().underWay() && one.stoppedAt().isEmpty()).isPresent();
    return new Row(
        admission.id().value(),
        sitting,
        admission.displayName(),
        admission.seat(),
        line.map(one -> one.state().code()).orElse("expected"),
        beside.checkedIn.contains(admission.id().value()),
        line.map(RosterLine::part).orElse(0),
        line.map(RosterLine::answered).orElse(0),
        line.map(RosterLine::items).orElse(0),
        running,
        line.filter(_ -> running).flatMap(RosterLine::deadline),
        remaining(line, now),
        Connection.of(line.flatMap(RosterLine::lastContact), now),
        line.flatMap(RosterLine::lastContact),
        line.map(RosterLine::waiting).orElse(java.util.OptionalInt.empty()),
        line.map(RosterLine::devices).orElse(0),
        line.map(one -> one.extra().toMillis()).orElse(0L),
        sitting.map(id -> beside.incidents.getOrDefault(id, 0)).orElse(0),
        sitting.map(id -> beside.unread.getOrDefault(id, 0)).orElse(0),
        line.flatMap(RosterLine::reason).map(reason -> reason.code()));
  }

  private static OptionalLong remaining(Optional<RosterLine> line, Instant now) {
    return line.filter(one -> one.state().underWay())
        .flatMap(one ->
            one.deadline()
                .map(end ->
                    Math.max(0, Duration.between(one.stoppedAt().orElse(now), end).toMillis())))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Notes that somebody's identity was seen, and lets in who waits. */
  public void checkIn(Actor actor, ExamWindowId window, BookingId id, CheckInInput input) {
    Permission.PROCTOR_EXAMS.require(actor);
    database.run(tx -> {
      if (!sources.candidacies.admission(tx, id).window().equals(window))
        throw new Refusal.NotFound("booking");
      repository.checkIn(tx, id, input.document(), input.note().orElse(""), deed(actor));
      sources.conduct.admit(tx, actor, id);
      audit.record(
          tx,
          actor,
          "proctoring.checkIn",
          Subject.of("booking", id.value()),
          Map.of("document", input.document()));
    });
  }

  /** Carries a command out in all sittings that it names, or in none; a second time, not again. */
  public CommandView command(Actor actor, ExamWindowId window, UUID commandId, CommandInput input) {
    Permission.PROCTOR_EXAMS.require(actor);
    return database.transaction(tx -> {
      if (!repository.begin(tx, window, commandId, input, deed(actor)))
        return CommandView.of(repository.done(tx, commandId));
      var all = sources.conduct.list(tx, window);
      var named = input.sittings().map(RoomService::eachOnce).orElse(all);
      if (!new HashSet<>(all).containsAll(named)) throw new Refusal.NotFound("sitting");
      sources.conduct.hold(tx, named);
      var done = act(tx, actor, named, input);
      var result = new Done(commandId, done, named.size() - done);
      repository.finish(tx, result);
      audit.record(
          tx,
          actor,
          "proctoring." + input.act().code(),
          Subject.of("examWindow", window.value()),
          Map.of("done", done, "skipped", result.skipped(), "reason", input.reason()));
      return CommandView.of(result);
    });
  }

  private static List<SittingId> eachOnce(List<SittingId> named) {
    return List.copyOf(new LinkedHashSet<>(named));
  }

  private int act(Tx tx, Actor actor, List<SittingId> sittings, CommandInput input) {
    var conduct = sources.conduct;
    var order = new ConductService.Order(actor, sittings, input.reason());
    return switch (input.act()) {
      case PAUSE -> conduct.pause(tx, order);
      case RESUME -> conduct.resume(tx, order);
      case EXTRA_TIME -> conduct.extend(tx, order, input.extra());
      case RELEASE -> conduct.release(tx, order);
      case END -> conduct.end(tx, order);
      case MESSAGE -> {
        for (var id : sittings)
          repository.insert(
              tx,
              id,
              new ProctoringRepository.Written(
                  UUID.randomUUID(), actor.person(), input.text().orElseThrow(), clock.instant()));
        conduct.announce(tx, sittings);
        yield sittings.size();
      }
    };
  }

  public ClockView clock(Actor actor) {
    Permission.PROCTOR_EXAMS.require(actor);
    return database.transaction(tx -> ClockView.of(sources.conduct.doubt(tx)));
  }

  /** A person says that the clocks are right as they are. */
  public ClockView confirmClock(Actor actor, String reason) {
    Permission.PROCTOR_EXAMS.require(actor);
    database.run(tx -> sources.conduct.confirmClock(tx, actor, reason));
    sources.conduct.trustClock(actor);
    return clock(actor);
  }

  private Deed deed(Actor actor) {
    return new Deed(actor.person().orElseThrow(Refusal.NotSignedIn::new), clock.instant());
  }
}
