package org.rolewright.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.Admission;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.delivery.HandingIn.Submission;
import org.rolewright.delivery.Post.Token;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.GroupCommit;
import org.rolewright.platform.db.Tx;
import org.rolewright.rehearsal.RehearsalService;
import org.rolewright.timing.ExamClock;
import org.rolewright.timing.SittingState;

/**
 * What a candidate does besides answering: come in, start, go on elsewhere, submit. A candidate has
 * no account; the admission code lets in once, and from then on the token of the device.
 */
public final class SittingService implements AutoCloseable {
  /** How long before the exam opens candidates may come in, to be checked and to try their page. */
  private static final Duration EARLY = Duration.ofHours(1);

  /** From this load of the saving lanes on, who comes in or starts has to wait. */
  private static final double BUSY = 0.5;

  /** Sittings that close in one transaction: they wait for each other no longer than that takes. */
  private static final int MOST_SUBMISSIONS = 100;

  private final Pools pools;
  private final SureClock sure;
  private final SecureRandom random;
  private final Sources sources;
  private final AuditService audit;
  private final SittingRepository sittings = new SittingRepository();
  private final EventRepository events;
  private final AnswerRepository answers = new AnswerRepository();
  private final GroupCommit<Submission, Supplier<ReceiptView>> submissions;

  /**
   * Where the work runs.
   *
   * @param arrivals who comes in and starts; gives way first
   * @param exam what candidates do during the exam
   */
  public record Pools(Database arrivals, Database exam) {}

  /** What is read from. */
  public record Sources(
      CandidacyService candidacies,
      RehearsalService rehearsals,
      SavingService saving,
      Papers papers,
      InstallationSecret secret) {}

  /** What a device tells at the door. */
  public record EntryInput(String code, UUID clientId, String device) {}

  /**
   * The way in; the token is shown this once.
   *
   * @param key seals what the device keeps of this sitting; the same at every entry
   */
  public record EntryView(String token, String key, SittingView sitting) {
    @Override
    public String toString() {
      return "EntryView[" + sitting.id() + "]";
    }
  }

  /** The last that a device has to say. */
  public record SubmissionInput(int epoch, int lastSeq) {}

  /**
   * @param random makes tokens, identities, and the seeds of orders
   */
  public SittingService(
      Pools pools, ExamClock clock, SecureRandom random, Sources sources, AuditService audit) {
    this.pools = pools;
    sure = new SureClock(clock);
    events = new EventRepository(clock);
    this.random = random;
    this.sources = sources;
    this.audit = audit;
    var handingIn = new HandingIn(audit, this::receipt);
    submissions =
        new GroupCommit<>(
            "submitting",
            1,
            20_000,
            MOST_SUBMISSIONS,
            Submission::token,
            (batch, _) -> pools.exam.transaction(tx -> handingIn.take(tx, batch)));
  }

  /** Trades an admission code for a token of this device; once more, and the older token ends. */
  EntryView enter(Actor visitor, EntryInput input) {
    giveWayToSaving();
    var token = Sha256.newToken(random);
    return pools.arrivals.transaction(tx -> {
      var admission = sources.candidacies.admission(tx, input.code());
      var known = sittings.findByAdmission(tx, admission.id());
      var arrives = known.isEmpty() && arrive(tx, admission);
      var sitting = known.or(() -> sittings.findByAdmission(tx, admission.id())).orElseThrow();
      sittings.putDevice(
          tx, sitting, input.clientId(), Token.of(token), input.device(), sittings.now(tx));
      var entry = new EntryView(token, deviceKey(sitting.id()), view(tx, Token.of(token)));
      if (arrives)
        record(tx, visitor, "sitting.arrive", sitting, Map.of("state", sitting.state().code()));
      return entry;
    });
  }

  private String deviceKey(SittingId id) {
    var key = sources.secret().derive("exam device", id.value().toString());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** False where the same candidate came in at another browser meanwhile. */
  private boolean arrive(Tx tx, Admission admission) {
    var now = sure.now(tx);
    if (now.isBefore(admission.opensAt().minus(EARLY)))
      throw new Refusal.Conflict("examNotOpenYet");
    if (now.isAfter(admission.closesAt())) throw new Refusal.Conflict("examWindowOver");
    var publication = sources.rehearsals.publication(tx, admission.window());
    var window = sources.candidacies.window(tx, admission.window());
    var paper = sources.papers.paper(tx, admission.form());
    var plan =
        new Planner(paper.form(), paper.contents(), random.nextLong())
            .plan(admission, window.title());
    var state = publication.proctored() ? SittingState.ARRIVED : SittingState.ADMITTED;
    var id = new SittingId(new UUID(random.nextLong(), random.nextLong()));
    return sittings.insert(tx, new SittingRepository.Arrival(id, admission, plan, state, now));
  }

  /** Everything that the page of this device shows. */
  SittingView sitting(Actor visitor, String token) {
    return pools.exam.transaction(tx -> view(tx, Token.of(token)));
  }

  /** Starts the clock, once, and gives this device the pen. */
  SittingView start(Actor visitor, String token, Optional<String> agreed) {
    giveWayToSaving();
    return pools.arrivals.transaction(tx -> {
      var sitting = held(tx, token);
      if (sitting.times().startedAt().isPresent()) return view(tx, Token.of(token));
      var begun = begin(tx, sitting, agreed, token);
      var view = view(tx, Token.of(token));
      var deadline = begun.clock().deadline().orElseThrow();
      record(tx, visitor, "sitting.start", begun, Map.of("deadline", deadline.toString()));
      return view;
    });
  }

  private Sitting begin(Tx tx, Sitting sitting, Optional<String> agreed, String token) {
    var now = sure.now(tx);
    if (!agreed.equals(sitting.plan().agreementVersion()))
      throw new Refusal.Conflict("agreementNotAccepted");
    if (now.isBefore(sitting.plan().opensAt())) throw new Refusal.Conflict("examNotOpenYet");
    if (now.isAfter(sitting.plan().closesAt())) throw new Refusal.Conflict("examWindowOver");
    var started = sitting.clock();
    started.start(now, sitting.plan().cutOff());
    var device = sittings.device(tx, Token.of(token));
    var after = sitting.moved(started).agreedTo(agreed).penGiven();
    sittings.update(tx, after, started.adjustments());
    sittings.grant(tx, device, after.epoch());
    return after;
  }

  /** Goes on at this device; another that has the pen can only read from now on. */
  SittingView takePen(Actor visitor, String token) {
    return pools.exam.transaction(tx -> {
      var sitting = held(tx, token);
      var device = sittings.device(tx, Token.of(token));
      if (!sitting.state().underWay() || holdsPen(sitting, device))
        return view(tx, Token.of(token));
      var after = sitting.penGiven();
      sittings.update(tx, after, List.of());
      sittings.grant(tx, device, after.epoch());
      var view = view(tx, Token.of(token));
      record(
          tx,
          visitor,
          "sitting.takePen",
          after,
          Map.of("device", device.client(), "epoch", after.epoch()));
      return view;
    });
  }

  private static boolean holdsPen(Sitting sitting, SittingRepository.Device device) {
    return device.epochs().contains(sitting.epoch());
  }

  /** Hands in; a second time, as a retry does, gives the same receipt. */
  ReceiptView submit(Actor visitor, String token, SubmissionInput input) {
    try {
      return submissions.store(new Submission(visitor, Token.of(token), input)).join().get();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** What a candidate keeps of a sitting that is over. */
  ReceiptView receipt(Actor visitor, String token) {
    return pools.exam.transaction(tx -> {
      var sitting = found(tx, Token.of(token));
      if (sitting.state() != SittingState.CLOSED) throw new Refusal.Conflict("examNotOver");
      return receipt(tx, sitting);
    });
  }

  private ReceiptView receipt(Tx tx, Sitting closed) {
    var inTime = answers.answersInTime(tx, closed.number()).size();
    return ReceiptView.of(
        closed,
        inTime,
        answers.lastAdmitted(tx, closed.number()).map(at -> amended(tx, closed, at)));
  }

  private ReceiptView.Amended amended(Tx tx, Sitting closed, Instant at) {
    var now = answers.finalAnswers(tx, closed.number());
    var items = closed.plan().items().size();
    return new ReceiptView.Amended(at, now.size(), items - now.size(), Closing.digest(closed, now));
  }

  private SittingView view(Tx tx, Token token) {
    var sitting = found(tx, token);
    var status =
        events
            .store(tx, List.of(Post.asking(token)), sure.trusted())
            .getFirst()
            .orElseThrow(Refusal.NotSignedIn::new)
            .status();
    return new SittingViews(sitting, sources.papers.paper(tx, sitting.form()))
        .view(status, answers.said(tx, sitting.number()));
  }

  private Sitting held(Tx tx, String token) {
    return sittings.findByToken(tx, Token.of(token), true).orElseThrow(Refusal.NotSignedIn::new);
  }

  private Sitting found(Tx tx, Token token) {
    return sittings.findByToken(tx, token, false).orElseThrow(Refusal.NotSignedIn::new);
  }

  private void giveWayToSaving() {
    if (sources.saving.load() > BUSY) throw new Refusal.Busy("savesGoFirst");
  }

  private void record(Tx tx, Actor actor, String action, Sitting sitting, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("sitting", sitting.id().value()), detail);
  }

  @Override
  public void close() {
    submissions.close();
  }
}
