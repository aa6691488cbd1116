package org.rolewright.credential;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.Candidate;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.Score;
import org.rolewright.scoring.ScoringService;
import org.rolewright.study.Programme;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Certificates: proposed by one, issued by another, and what becomes of them. */
public final class CredentialService {
  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AuditService audit;
  private final Sources sources;
  private final HolderLetters letters;
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
      HolderLetters letters,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
    this.sources = sources;
    this.letters = letters;
    codes = new CertificateCodes(secret);
  }

  /** Who passed and waits, and the certificates of a study. */
  public RegistryView registry(Actor actor, StudyId study) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> registry(tx, actor, study));
  }

  private RegistryView registry(Tx tx, Actor actor, StudyId study) {
    sources.studies().study(tx, study);
    var names = new HashMap<PersonId, String>();
    Function<PersonId, String> name =
        id -> names.computeIfAbsent(id, one -> sources.access().name(tx, one));
    var certificates = repository.ofStudy(tx, study);
    var passed = sources.scoring().listReleased(tx, study).stream().filter(Score::passed).toList();
    var undecided = undecided(passed, certificates);
    var obstacles = sources.independence().obstacles(tx, person(actor), undecided);
    var sittings = passed.stream().map(Score::sitting).collect(Collectors.toSet());
    var exams = new RegistryView.Exams(sittings, obstacles);
    return new RegistryView(
        waiting(tx, study, without(undecided, certificates), obstacles),
        certificates.stream()
            .map(one -> RegistryView.Entry.of(one, person(actor), name, exams))
            .toList());
  }

  /** Passed exams for which no certificate was issued. */
  private static List<Score> undecided(List<Score> passed, List<Credential> certificates) {
    return without(passed, certificates.stream().filter(one -> one.issue().isPresent()).toList());
  }

  private static List<Score> without(List<Score> scores, List<Credential> certificates) {
    var known = certificates.stream().map(Credential::sitting).collect(Collectors.toSet());
    return scores.stream().filter(score -> !known.contains(score.sitting())).toList();
  }

  private List<RegistryView.Waiting> waiting(
      Tx tx, StudyId study, List<Score> scores, Map<SittingId, String> obstacles) {
    var candidates = candidates(tx, study);
    return scores.stream()
        .map(score ->
            new RegistryView.Waiting(
                score.sitting(),
                candidates.get(score.candidate()).name(),
                score.satOn(),
                Optional.ofNullable(obstacles.get(score.sitting()))))
        .toList();
  }

  private Map<CandidateId, Candidate> candidates(Tx tx, StudyId study) {
    return sources.eligibility().listCandidates(tx, study).stream()
        .collect(Collectors.toMap(Candidate::id, Function.identity()));
  }

  /** The first of two people decides on candidates who passed. */
  public RegistryView propose(Actor actor, StudyId study, CredentialInput input) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> {
      var scores = passed(tx, study, input.sittings());
      requireIndependent(tx, actor, scores);
      var programme = sources.studies().view(tx, study).programme();
      var candidates = candidates(tx, study);
      var acts = new ArrayList<AuditService.Act>();
      for (var score : scores) {
        var holder = candidates.get(score.candidate());
        var one = proposal(actor, score, holder, programme, input.validMonths());
        if (repository.insert(tx, one, codes.mark(codes.code(one.id())), now()))
          acts.add(act(actor, "propose", one.id(), Map.of("sitting", score.sitting())));
      }
      audit.record(tx, acts);
      return registry(tx, actor, study);
    });
  }

  private Credential proposal(
      Actor actor, Score score, Candidate holder, Programme programme, int validMonths) {
    return new Credential(
        new CredentialId(UUID.randomUUID()),
        holder.study(),
        holder.id(),
        score.sitting(),
        score.id(),
        Signs.of(_ -> random.nextInt(Signs.ALPHABET.length())).plain(),
        holder.name(),
        programme.title(),
        programme.owner(),
        holder.language(),
        validMonths,
        person(actor),
        Optional.empty(),
        Credential.Status.PROPOSED,
        List.of());
  }

  /** The passed exams of these sittings; all of them, or it is refused. */
  private List<Score> passed(Tx tx, StudyId study, List<SittingId> sittings) {
    var wanted = Set.copyOf(sittings);
    var passed =
        sources.scoring().listReleased(tx, study).stream()
            .filter(score -> score.passed() && wanted.contains(score.sitting()))
            .toList();
    if (passed.size() != wanted.size())
      throw new Refusal.BrokenRule("a_certificate_rests_on_a_passed_exam");
    return passed;
  }

  private void requireIndependent(Tx tx, Actor actor, List<Score> scores) {
    sources.independence().obstacles(tx, person(actor), scores).values().stream()
        .findFirst()
        .ifPresent(why -> {
          throw new Refusal.BrokenRule(why);
        });
  }

  /** The second of two people issues certificates; they are valid from today. */
  public RegistryView issue(Actor actor, StudyId study, List<CredentialId> ids) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> {
      var waiting = locked(tx, study, ids).stream().filter(one -> one.issue().isEmpty()).toList();
      if (waiting.stream().anyMatch(one -> one.proposedBy().equals(person(actor))))
        throw new Refusal.BrokenRule("two_people_issue_a_certificate");
      requireIndependent(
          tx, actor, passed(tx, study, waiting.stream().map(Credential::sitting).toList()));
      var today = repository.today(tx);
      var acts = new ArrayList<AuditService.Act>();
      for (var one : waiting) {
        var until = today.plusMonths(one.validMonths());
        var issue = new Credential.Issue(person(actor), today, until);
        repository.issue(tx, one.id(), issue, now());
        letters.issued(tx, one, issue);
        acts.add(act(actor, "issue", one.id(), Map.of("expiresOn", until)));
      }
      audit.record(tx, acts);
      return registry(tx, actor, study);
    });
  }

  private List<Credential> locked(Tx tx, StudyId study, List<CredentialId> ids) {
    var found = repository.lock(tx, ids).stream().filter(one -> one.study().equals(study)).toList();
    if (found.size() != Set.copyOf(ids).size()) throw new Refusal.NotFound("certificate");
    return found;
  }

  /** Takes a proposal back that was not issued. */
  public RegistryView withdraw(Actor actor, CredentialId id) {
    Permission.CERTIFY.require(actor);
    return database.transaction(tx -> {
      var one = locked(tx, id);
      if (one.issue().isPresent()) throw new Refusal.BrokenRule("the_registry_is_only_added_to");
      repository.remove(tx, id);
      audit.record(tx, List.of(act(actor, "withdraw", id, Map.of("sitting", one.sitting()))));
      return registry(tx, actor, one.study());
    });
  }

  private Credential locked(Tx tx, CredentialId id) {
    return repository.lock(tx, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("certificate"));
  }

  /** Where the certificates of a study stand. */
  public List<Credential.Status> listStatuses(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study).stream().map(Credential::status).toList();
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
        requireIndependent(tx, actor, passed(tx, one.study(), List.of(one.sitting())));
      var done = new Credential.Act(kind, reason, person(actor), now());
      repository.add(tx, id, one.acts().size() + 1, done);
      letters.acted(tx, one, kind);
      audit.record(tx, List.of(act(actor, kind.code(), id, Map.of("reason", reason))));
      return registry(tx, actor, one.study());
    });
  }

  /** A certificate that was issued. */
  public Credential issued(Tx tx, CredentialId id) {
    return repository
        .find(tx, id)
        .filter(one -> one.issue().isPresent())
        .orElseThrow(() -> new Refusal.NotFound("certificate"));
  }

  /** Issued certificates of a study, the newest first. */
  public List<Credential> listIssued(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study).stream().filter(one -> one.issue().isPresent()).toList();
  }

  /** Certificates that are valid today and run out within so many days. */
  public List<Credential> listRunningOut(Tx tx, int days) {
    return repository.expiring(tx, repository.today(tx).plusDays(days)).stream()
        .filter(one -> one.status() == Credential.Status.ACTIVE)
        .toList();
  }

  /** An issued certificate of a study, by its number as somebody typed it. */
  public Credential issued(Tx tx, StudyId study, String number) {
    return Signs.read(number)
        .flatMap(signs -> repository.byNumber(tx, signs.plain()))
        .filter(one -> one.issue().isPresent() && one.study().equals(study))
        .orElseThrow(() -> new Refusal.NotFound("certificateNumber"));
  }

  /** The code that goes with its number, for its holder. */
  public String code(Tx tx, CredentialId id) {
    return codes.code(id).grouped();
  }

  private static PersonId person(Actor actor) {
    return actor.person().orElseThrow(Refusal.NotSignedIn::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static AuditService.Act act(
      Actor actor, String action, CredentialId id, Map<String, ?> detail) {
    var subject = Subject.of("certificate", id.value());
    return new AuditService.Act(actor, "credential." + action, subject, detail);
  }
}
