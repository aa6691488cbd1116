package org.rolewright.fairness;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.delivery.EvidenceService;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;

/** What candidates state about themselves, of their own will and for themselves to see only. */
public final class BackgroundService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Sources sources;
  private final InstallationSecret secret;
  private final FairnessRepository repository = new FairnessRepository();

  /** The earlier stages that are read. */
  public record Sources(
      EligibilityService eligibility, CandidacyService candidacies, EvidenceService evidence) {}

  public BackgroundService(
      Database database,
      InstantSource clock,
      AuditService audit,
      Sources sources,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.sources = sources;
    this.secret = secret;
  }

  /** The candidate's own form. */
  BackgroundView view(Actor visitor, String token) {
    return database.transaction(tx -> {
      var candidate = sources.eligibility.candidate(tx, token).id();
      var stated = repository.find(tx, candidate).map(sealed -> opened(secret, candidate, sealed));
      return new BackgroundView(hasSat(tx, candidate), stated);
    });
  }

  /** States, or states anew. */
  void state(Actor visitor, String token, Background background) {
    database.run(tx -> {
      var candidate = sources.eligibility.lockCandidate(tx, token).id();
      if (!hasSat(tx, candidate)) throw new Refusal.Conflict("backgroundComesAfterTheExam");
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      repository.put(tx, candidate, secret.seal(owner(candidate), Json.write(background)), today);
      record(tx, visitor, "fairness.state", candidate);
    });
  }

  /** Takes everything back. */
  void withdraw(Actor visitor, String token) {
    database.run(tx -> {
      var candidate = sources.eligibility.lockCandidate(tx, token).id();
      if (repository.delete(tx, candidate)) record(tx, visitor, "fairness.withdraw", candidate);
    });
  }

  private boolean hasSat(Tx tx, CandidateId candidate) {
    return sources.evidence.haveSat(tx, sources.candidacies.listBookings(tx, candidate));
  }

  static Background opened(InstallationSecret secret, CandidateId candidate, byte[] sealed) {
    return Json.read(secret.unseal(owner(candidate), sealed), Background.class);
  }

  private static String owner(CandidateId candidate) {
    return "background " + candidate.value();
  }

  private void record(Tx tx, Actor actor, String action, CandidateId candidate) {
    audit.record(tx, actor, action, Subject.of("candidate", candidate.value()), Map.of());
  }
}
