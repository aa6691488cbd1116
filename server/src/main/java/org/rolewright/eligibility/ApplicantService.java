package org.rolewright.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.files.SentFile;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** What candidates do until they hand in; they have a private link and no account. */
public final class ApplicantService {
  /** How long a private link works. */
  static final Duration LINK = Duration.ofDays(180);

  /** Links mailed to one address within an hour. */
  static final int LINKS_AN_HOUR = 3;

  /** Applications with unconfirmed addresses within an hour, for one programme. */
  static final int STARTS_AN_HOUR = 300;

  private static final int MOST_DOCUMENTS = 24;
  private static final Duration UNCONFIRMED = Duration.ofDays(14);
  private static final Duration LEFT = Duration.ofDays(365);

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final StudyService studies;
  private final Dossiers dossiers;
  private final CandidateLinks links;
  private final CandidateLetters letters;
  private final ApplicationRepository repository = new ApplicationRepository();
  private final DossierRepository contents = new DossierRepository();

  public ApplicantService(
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
    links = letters.links();
  }

  /** What the public reads. */
  OpeningView openingView(Actor visitor, StudyId study, Language language) {
    return database.transaction(
        tx -> OpeningView.of(studies.view(tx, study), dossiers.opening(tx, study), language));
  }

  /** Whom to mail a private link. */
  record LinkInput(String email, Language language) {}

  /**
   * Mails a private link to an address, and begins an application where there is none. What is
   * answered says nothing about the address.
   */
  void requestLink(Actor visitor, StudyId study, LinkInput input, String baseUrl) {
    database.run(tx -> {
      var open = dossiers.opening(tx, study).open();
      var now = clock.instant();
      if (open) begin(tx, study, input, now);
      repository
          .lockByEmail(tx, study, input.email().strip())
          .filter(application -> underLimit(tx, application, now))
          .ifPresent(application -> mailLink(tx, visitor, application, now, baseUrl));
    });
  }

  private void begin(Tx tx, StudyId study, LinkInput input, Instant now) {
    if (repository.unconfirmed(tx, study, now.minus(Duration.ofHours(1))) >= STARTS_AN_HOUR)
      throw new Refusal.Busy("tooManyApplications");
    var id = new CandidateId(UUID.randomUUID());
    var begun =
        new Application(
            id,
            study,
            input.email().strip(),
            input.language(),
            ApplicationState.DRAFT,
            1,
            "",
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    repository.insert(tx, begun, links.hash(id, 0), now.plus(LINK), now);
  }

  private boolean underLimit(Tx tx, Application application, Instant now) {
    var mailed = repository.mailed(tx, application.id());
    boolean anHourAgo = mailed.since().isBefore(now.minus(Duration.ofHours(1)));
    if (!anHourAgo && mailed.links() >= LINKS_AN_HOUR) return false;
    repository.mailed(
        tx,
        application.id(),
        anHourAgo
            ? new ApplicationRepository.Mailed(1, now)
            : new ApplicationRepository.Mailed(mailed.links() + 1, mailed.since()));
    return true;
  }

  /** A new link; the one before works no more. */
  private void mailLink(Tx tx, Actor visitor, Application before, Instant now, String baseUrl) {
    var number = before.link() + 1;
    repository.renewLink(tx, before.id(), number, links.hash(before.id(), number), now.plus(LINK));
    var application = repository.find(tx, before.id()).orElseThrow();
    var programme = studies.study(tx, application.study()).title();
    letters.write(tx, application, "candidateLink", Map.of("programme", programme), baseUrl);
    record(tx, visitor, "eligibility.mailLink", application, Map.of("number", number));
  }

  /** The candidate's own application. */
  ApplicationView view(Actor visitor, String token, Language language) {
    return database.transaction(tx -> {
      var application = find(tx, token);
      repository.confirm(tx, application.id());
      return view(tx, application, language);
    });
  }

  private ApplicationView view(Tx tx, Application application, Language language) {
    var opening = dossiers.opening(tx, application.study());
    return ApplicationView.of(dossiers.dossier(tx, application), opening, language);
  }

  void putPerson(Actor visitor, String token, ApplicantInput.Person person) {
    change(token, (tx, application) -> repository.write(tx, application.id(), person));
  }

  void putClaim(Actor visitor, String token, UUID requirement, ApplicantInput.Claim claim) {
    change(
        token,
        (tx, application) -> {
          var asked = asked(tx, application, requirement);
          contents.put(
              tx,
              application.id(),
              new Claim(requirement, asked.text(), claim.statement(), claim.hours()));
        });
  }

  void addDocument(Actor visitor, String token, UUID requirement, UUID id, SentFile file) {
    change(
        token,
        (tx, application) -> {
          contents.begin(tx, application.id(), asked(tx, application, requirement));
          if (contents.documents(tx, application.id()).size() >= MOST_DOCUMENTS)
            throw new Refusal.BrokenRule("tooManyDocuments", Map.of("limit", MOST_DOCUMENTS));
          contents.insert(tx, application.id(), requirement, id, file, clock.instant());
        });
  }

  private Asked asked(Tx tx, Application application, UUID requirement) {
    return dossiers.asked(tx, application.study()).stream()
        .filter(one -> one.id().equals(requirement))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("requirement"));
  }

  void removeDocument(Actor visitor, String token, UUID id) {
    change(token, (tx, application) -> contents.deleteDocument(tx, application.id(), id));
  }

  /** A file that the candidate sent. */
  SentFile document(Actor visitor, String token, UUID id) {
    return database.transaction(tx ->
        contents
            .document(tx, find(tx, token).id(), id)
            .orElseThrow(() -> new Refusal.NotFound("document")));
  }

  private void change(String token, BiConsumer<Tx, Application> change) {
    database.run(tx -> {
      var application = lock(tx, token).editable();
      change.accept(tx, application);
      repository.touch(tx, application.id(), clock.instant());
    });
  }

  /** Hands in; a second time, as a retry does, changes nothing. */
  void submit(Actor visitor, String token, Language language, String baseUrl) {
    database.run(tx -> {
      var application = lock(tx, token);
      if (application.state() == ApplicationState.SUBMITTED) return;
      var opening = dossiers.opening(tx, application.editable().study());
      complete(tx, application, opening);
      var now = clock.instant();
      repository.submit(tx, application.id(), opening.attestation().best(language), now);
      repository.touch(tx, application.id(), now);
      var programme = studies.study(tx, application.study()).title();
      letters.write(tx, application, "candidateHandedIn", Map.of("programme", programme), baseUrl);
      record(tx, visitor, "eligibility.submit", application, Map.of());
    });
  }

  private void complete(Tx tx, Application application, Opening opening) {
    if (application.name().isBlank()) throw new Refusal.BrokenRule("nameMissing");
    var bornOn =
        application.bornOn().orElseThrow(() -> new Refusal.BrokenRule("dateOfBirthMissing"));
    if (ReceivedApplication.age(bornOn, clock.instant()) < opening.minimumAge())
      throw new Refusal.BrokenRule("tooYoung", Map.of("age", opening.minimumAge()));
    for (var claim : dossiers.claims(tx, application))
      if (!claim.complete())
        throw new Refusal.BrokenRule(
            "requirementNotAnswered", Map.of("requirement", claim.requirement().text()));
  }

  /** Deletes what nobody goes on with. */
  public void forget(Actor program) {
    Permission.DECIDE_APPLICATIONS.require(program);
    database.run(tx -> {
      var now = clock.instant();
      var unconfirmed = repository.deleteDrafts(tx, now.minus(UNCONFIRMED), false);
      var left = repository.deleteDrafts(tx, now.minus(LEFT), true);
      if (unconfirmed + left > 0)
        audit.record(
            tx,
            program,
            "eligibility.forget",
            new Subject("applications", Optional.empty()),
            Map.of("unconfirmed", unconfirmed, "left", left));
    });
  }

  private Application find(Tx tx, String token) {
    return repository
        .findByLink(tx, Sha256.of(token), clock.instant())
        .orElseThrow(() -> new Refusal.NotFound("candidateLink"));
  }

  private Application lock(Tx tx, String token) {
    return repository
        .lockByLink(tx, Sha256.of(token), clock.instant())
        .orElseThrow(() -> new Refusal.NotFound("candidateLink"));
  }

  private void record(
      Tx tx, Actor actor, String action, Application application, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("candidate", application.id().value()), detail);
  }
}
