package org.rolewright.credential;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.Score;
import org.rolewright.scoring.ScoringService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Certificates: proposed by one, issued by another, and what becomes of them. */
public final class CredentialService {
  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AuditService audit;
  private final Sources sources;
  private final CertificateCodes codes;
  private final CredentialRepository repository = new CredentialRepository();

  /** What is read from. */
  public record Sources(
      AccessService access,
      StudyService studies,
      EligibilityService eligibility,
      ScoringService scoring,
      Independence independence) {}

  public CredentialService(
      Database database,
      InstantSource clock,
      RandomGenerator random,
      AuditService audit,
      Sources sources,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
    this.sources = sources;
    codes = new CertificateCodes(secret);
  }

  /** Who passed and waits, and the certificates of a study. */
  public RegistryView registry(Actor actor, StudyId study) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> registry(tx, actor, study));
  }

  private RegistryView registry(Tx tx, Actor actor, StudyId study) {
    sources.studies().study(tx, study);
    var person = person(actor);
    return new RegistryView(
        waiting(tx, study).stream().map(score -> waiting(tx, person, score)).toList(),
        repository.ofStudy(tx, study).stream().map(one -> entry(tx, person, one)).toList());
  }

  private List<Score> waiting(Tx tx, StudyId study) {
    var known = repository.sittings(tx, study);
    return sources.scoring().listReleased(tx, study).stream()
        .filter(score -> score.passed() && !known.contains(score.sitting()))
        .toList();
  }

  private RegistryView.Waiting waiting(Tx tx, PersonId person, Score score) {
    return new RegistryView.Waiting(
        score.sitting(),
        sources.eligibility().candidate(tx, score.candidate()).name(),
        score.satOn(),
        sources.independence().obstacle(tx, person, score));
  }

  private RegistryView.Entry entry(Tx tx, PersonId person, Credential one) {
    return new RegistryView.Entry(
        one.id(),
        new Signs(one.number()).grouped(),
        one.holder(),
        one.status(),
        sources.access().name(tx, one.proposedBy()),
        one.proposedBy().equals(person),
        one.issue().map(issue -> sources.access().name(tx, issue.by())),
        one.issue().map(Credential.Issue::on),
        one.issue().map(Credential.Issue::expiresOn),
        one.validMonths(),
        one.acts().stream()
            .map(act ->
                new RegistryView.Done(
                    act.kind(), act.reason(), sources.access().name(tx, act.by()), act.at()))
            .toList());
  }

  /** The first of two people decides on candidates who passed. */
  public RegistryView propose(Actor actor, StudyId study, CredentialInput input) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> {
      for (var sitting : input.sittings()) propose(tx, actor, study, sitting, input.validMonths());
      return registry(tx, actor, study);
    });
  }

  private void propose(Tx tx, Actor actor, StudyId study, SittingId sitting, int validMonths) {
    var score = passed(tx, study, sitting);
    requireIndependent(tx, actor, score);
    var candidate = sources.eligibility().candidate(tx, score.candidate());
    var id = new CredentialId(UUID.randomUUID());
    var one =
        new Credential(
            id,
            study,
            score.candidate(),
            sitting,
            Signs.of(_ -> random.nextInt(Signs.ALPHABET.length())).plain(),
            candidate.name(),
            sources.studies().study(tx, study).title(),
            candidate.language(),
            validMonths,
            person(actor),
            Optional.empty(),
            Credential.Status.PROPOSED,
            List.of());
    if (repository.insert(tx, one, score.id(), codes.mark(codes.code(id)), now()))
      record(tx, actor, "credential.propose", id, Map.of("sitting", sitting));
  }

  private Score passed(Tx tx, StudyId study, SittingId sitting) {
    return sources.scoring().listReleased(tx, study).stream()
        .filter(score -> score.sitting().equals(sitting))
        .findFirst()
        .filter(Score::passed)
        .orElseThrow(() -> new Refusal.BrokenRule("a_certificate_rests_on_a_passed_exam"));
  }

  private void requireIndependent(Tx tx, Actor actor, Score score) {
    sources
        .independence()
        .obstacle(tx, person(actor), score)
        .ifPresent(why -> {
          throw new Refusal.BrokenRule(why);
        });
  }

  /** The second of two people issues a certificate; it is valid from today. */
  public RegistryView issue(Actor actor, CredentialId id) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> {
      var one = locked(tx, id);
      if (one.issue().isPresent()) return registry(tx, actor, one.study());
      requireIndependent(tx, actor, passed(tx, one.study(), one.sitting()));
      if (one.proposedBy().equals(person(actor)))
        throw new Refusal.BrokenRule("two_people_issue_a_certificate");
      var today = repository.today(tx);
      var until = today.plusMonths(one.validMonths());
      repository.issue(tx, id, new Credential.Issue(person(actor), today, until), now());
      record(tx, actor, "credential.issue", id, Map.of("expiresOn", until));
      return registry(tx, actor, one.study());
    });
  }

  /**
   * Suspends, reinstates or revokes, with a reason that stays in the registry. Anybody may halt a
   * certificate; who brings it back has to be independent, as for issuing.
   */
  public RegistryView act(Actor actor, CredentialId id, Credential.Kind kind, String reason) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> {
      var one = locked(tx, id);
      if (kind == Credential.Kind.REINSTATE)
        requireIndependent(tx, actor, passed(tx, one.study(), one.sitting()));
      var act = new Credential.Act(kind, reason, person(actor), now());
      repository.add(tx, id, one.acts().size() + 1, act);
      record(tx, actor, "credential." + kind.code(), id, Map.of("reason", reason));
      return registry(tx, actor, one.study());
    });
  }

  private Credential locked(Tx tx, CredentialId id) {
    return repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("certificate"));
  }

  private static PersonId person(Actor actor) {
    return actor.person().orElseThrow(Refusal.NotSignedIn::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, CredentialId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("certificate", id.value()), detail);
  }
}
