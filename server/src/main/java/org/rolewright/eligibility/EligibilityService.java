package org.rolewright.eligibility;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.files.SentFile;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Application pages, the decisions on applications, and what later stages ask about candidates. */
public final class EligibilityService {
  private static final int MOST_LISTED = 500;

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final StudyService studies;
  private final CandidateLetters letters;
  private final Dossiers dossiers;
  private final OpeningRepository openings = new OpeningRepository();
  private final ApplicationRepository repository = new ApplicationRepository();
  private final DossierRepository contents = new DossierRepository();

  public EligibilityService(
      Database database,
      InstantSource clock,
      AuditService audit,
      AccessService access,
      StudyService studies,
      CandidateLetters letters) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.studies = studies;
    this.letters = letters;
    dossiers = new Dossiers(studies, access);
  }

  /** The application page of a study; empty before it is written. */
  public Optional<Opening> findOpening(Actor actor, StudyId study) {
    Permission.DECIDE_APPLICATIONS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return openings.find(tx, study);
    });
  }

  /**
   * Writes the application page.
   *
   * @param version that was read, 0 for none
   */
  public Opening putOpening(Actor actor, StudyId study, Opening opening, int version) {
    Permission.DECIDE_APPLICATIONS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      if (!openings.put(tx, study, opening, version)) throw new Refusal.Stale();
      audit.record(
          tx,
          actor,
          "eligibility.putOpening",
          Subject.of("study", study.value()),
          Map.of("open", opening.open(), "version", version + 1));
      return dossiers.opening(tx, study);
    });
  }

  List<ApplicationSummary> listApplications(
      Actor actor, StudyId study, Optional<ApplicationState> state) {
    Permission.DECIDE_APPLICATIONS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return repository.list(tx, study, state, MOST_LISTED);
    });
  }

  /** An application with its claims, documents and decisions. */
  public ReceivedApplication received(Actor actor, CandidateId id) {
    Permission.DECIDE_APPLICATIONS.require(actor);
    return database.transaction(tx -> received(tx, actor, application(tx, id)));
  }

  private ReceivedApplication received(Tx tx, Actor actor, Application application) {
    var minimumAge = dossiers.opening(tx, application.study()).minimumAge();
    return ReceivedApplication.of(
        dossiers.dossier(tx, application), minimumAge, own(actor, application));
  }

  /** A file of a candidate; that it was read is on the trail. */
  SentFile document(Actor actor, CandidateId id, UUID document) {
    Permission.DECIDE_APPLICATIONS.require(actor);
    return database.transaction(tx -> {
      var file =
          contents.document(tx, id, document).orElseThrow(() -> new Refusal.NotFound("document"));
      record(tx, actor, "eligibility.readDocument", id, Map.of("document", document));
      return file;
    });
  }

  /** Decides on what was handed in, and writes to the candidate; never on one's own application. */
  public ReceivedApplication decide(
      Actor actor, CandidateId id, Decision decision, int version, String baseUrl) {
    Permission.DECIDE_APPLICATIONS.require(actor);
    return database.transaction(tx -> {
      var application = locked(tx, id).decidable();
      if (application.version() != version) throw new Refusal.Stale();
      if (own(actor, application)) throw new Refusal.BrokenRule("nobodyDecidesForThemselves");
      decision.judging(
          dossiers.claims(tx, application).stream()
              .map(claim -> claim.requirement().id())
              .collect(Collectors.toSet()));
      store(tx, application, decision, actor.person().orElseThrow());
      tell(tx, application, decision, baseUrl);
      record(
          tx,
          actor,
          "eligibility.decide",
          id,
          Map.of("outcome", decision.outcome().code(), "version", version));
      return received(tx, actor, application(tx, id));
    });
  }

  private void store(Tx tx, Application application, Decision decision, PersonId by) {
    var now = clock.instant();
    contents.insert(tx, application.id(), decision, by, now);
    var days = Duration.ofDays(dossiers.opening(tx, application.study()).authorisedDays());
    switch (decision.outcome()) {
      case ACCEPT ->
          repository.decide(
              tx, application.id(), ApplicationState.ACCEPTED, Optional.of(now.plus(days)), now);
      case MORE ->
          repository.decide(tx, application.id(), ApplicationState.MORE, Optional.empty(), now);
      case REFUSE ->
          repository.decide(tx, application.id(), ApplicationState.REFUSED, Optional.empty(), now);
    }
    repository.touch(tx, application.id(), now);
  }

  private void tell(Tx tx, Application application, Decision decision, String baseUrl) {
    var kind =
        switch (decision.outcome()) {
          case ACCEPT -> "candidateAccepted";
          case MORE -> "candidateMore";
          case REFUSE -> "candidateRefused";
        };
    var programme = studies.study(tx, application.study()).title();
    letters.write(
        tx,
        application,
        kind,
        Map.of("programme", programme, "reason", decision.reason()),
        baseUrl);
  }

  private static boolean own(Actor actor, Application application) {
    return actor instanceof Actor.Person person
        && person.email().equalsIgnoreCase(application.email());
  }

  /** The candidate whose private link holds this token; held until the transaction ends. */
  public Candidate lockCandidate(Tx tx, String token) {
    return candidate(
        repository
            .lockByLink(tx, Sha256.of(token), clock.instant())
            .orElseThrow(() -> new Refusal.NotFound("candidateLink")));
  }

  /** The candidate whose private link holds this token. */
  public Candidate candidate(Tx tx, String token) {
    return candidate(
        repository
            .findByLink(tx, Sha256.of(token), clock.instant())
            .orElseThrow(() -> new Refusal.NotFound("candidateLink")));
  }

  public Candidate candidate(Tx tx, CandidateId id) {
    return candidate(application(tx, id));
  }

  /** Everybody whose address is confirmed. */
  public List<Candidate> listCandidates(Tx tx, StudyId study) {
    return repository.confirmed(tx, study).stream().map(EligibilityService::candidate).toList();
  }

  private static Candidate candidate(Application application) {
    return new Candidate(
        application.id(),
        application.study(),
        application.name(),
        application.language(),
        application.state());
  }

  /** Empty where the candidate is not accepted; it may have run out. */
  public Optional<Authorisation> findAuthorisation(Tx tx, CandidateId id) {
    var application = application(tx, id);
    return application
        .authorisedUntil()
        .map(_ -> authorisation(application, dossiers.opening(tx, application.study())));
  }

  /** Everybody who was accepted for a programme; some may have run out. */
  public List<Authorisation> listAuthorisations(Tx tx, StudyId study) {
    var accepted = repository.accepted(tx, study);
    if (accepted.isEmpty()) return List.of();
    var opening = dossiers.opening(tx, study);
    return accepted.stream().map(one -> authorisation(one, opening)).toList();
  }

  private static Authorisation authorisation(Application application, Opening opening) {
    return new Authorisation(
        application.id(),
        application.study(),
        application.name(),
        application.language(),
        application.authorisedAt().orElseThrow(),
        application.authorisedUntil().orElseThrow(),
        opening.attempts());
  }

  /** Whether the public can apply. */
  public boolean takesApplications(Tx tx, StudyId study) {
    return openings.find(tx, study).filter(Opening::open).isPresent();
  }

  /** Writes to a candidate about something of a later stage, whose catalogue has the words. */
  public void write(Tx tx, CandidateId id, String kind, Map<String, ?> values, String baseUrl) {
    letters.write(tx, application(tx, id), kind, values, baseUrl);
  }

  /** Deletes everything of a candidate, mail included. The caller knows there was no exam. */
  public void erase(Tx tx, CandidateId id) {
    letters.forget(tx, application(tx, id));
    repository.delete(tx, id);
  }

  private Application application(Tx tx, CandidateId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("application"));
  }

  private Application locked(Tx tx, CandidateId id) {
    return repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("application"));
  }

  private void record(Tx tx, Actor actor, String action, CandidateId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("candidate", id.value()), detail);
  }
}
