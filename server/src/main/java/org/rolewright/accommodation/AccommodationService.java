package org.rolewright.accommodation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.accommodation.AccommodationRepository.StoredFile;
import org.rolewright.accommodation.AccommodationView.Answer;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.eligibility.Candidate;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.files.SentFile;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** Requests for accommodations, in confidence, and the decisions on them. */
public final class AccommodationService {
  private static final int MOST_FILES = 6;

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final AccessService access;
  private final EligibilityService eligibility;
  private final InstallationSecret secret;
  private final AccommodationRepository repository = new AccommodationRepository();

  public AccommodationService(
      Database database,
      InstantSource clock,
      AuditService audit,
      AccessService access,
      EligibilityService eligibility,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.access = access;
    this.eligibility = eligibility;
    this.secret = secret;
  }

  /** How a candidate's own request stands. */
  AccommodationView view(Actor visitor, String token) {
    return database.transaction(tx -> {
      var candidate = eligibility.candidate(tx, token).id();
      return new AccommodationView(
          repository.find(tx, candidate).map(AccommodationRepository.StoredRequest::askedAt),
          repository.files(tx, candidate).size(),
          repository.decisions(tx, candidate).stream()
              .findFirst()
              .map(made -> answer(made.decision(), made.at())));
    });
  }

  private static Answer answer(AccommodationDecision decision, Instant at) {
    return new Answer(decision.granted(), decision.answer(), decision.validUntil(), at);
  }

  /** Asks, or asks anew with other words while it waits. */
  void ask(Actor visitor, String token, Wish wish) {
    database.run(tx -> {
      var candidate = eligibility.lockCandidate(tx, token).id();
      repository.put(
          tx, candidate, secret.seal(owner(candidate), Json.write(wish)), clock.instant());
      record(tx, visitor, "accommodation.ask", candidate);
    });
  }

  void addEvidence(Actor visitor, String token, UUID id, SentFile file) {
    database.run(tx -> {
      var candidate = eligibility.lockCandidate(tx, token).id();
      if (repository.find(tx, candidate).isEmpty()) throw new Refusal.Conflict("askFirst");
      if (repository.files(tx, candidate).size() >= MOST_FILES)
        throw new Refusal.BrokenRule("tooManyDocuments", Map.of("limit", MOST_FILES));
      var owner = owner(candidate);
      var content = Base64.getEncoder().encodeToString(file.content());
      repository.insert(
          tx,
          candidate,
          new StoredFile(
              id, file.type(), secret.seal(owner, file.name()), secret.seal(owner, content)),
          clock.instant());
    });
  }

  /** Takes a request back, with its documents. */
  void withdraw(Actor visitor, String token) {
    database.run(tx -> {
      var candidate = eligibility.lockCandidate(tx, token).id();
      if (repository.delete(tx, candidate))
        record(tx, visitor, "accommodation.withdraw", candidate);
    });
  }

  /** Who asked, and who was decided upon; those who wait first. */
  List<RequestSummary> listRequests(Actor actor, StudyId study) {
    Permission.DECIDE_ACCOMMODATIONS.require(actor);
    return database.transaction(tx -> {
      var candidates = eligibility.listCandidates(tx, study);
      var concerned = repository.concerned(tx, candidates.stream().map(Candidate::id).toList());
      return candidates.stream()
          .filter(candidate -> concerned.contains(candidate.id()))
          .map(candidate -> summary(tx, candidate))
          .sorted(RequestSummary.WAITING_FIRST)
          .toList();
    });
  }

  private RequestSummary summary(Tx tx, Candidate candidate) {
    var newest = repository.decisions(tx, candidate.id()).stream().findFirst();
    return new RequestSummary(
        candidate.id(),
        candidate.name(),
        repository.find(tx, candidate.id()).map(AccommodationRepository.StoredRequest::askedAt),
        newest.map(made -> made.decision().granted().isPresent()),
        newest.flatMap(made -> made.decision().validUntil()));
  }

  /** A request with its reason; that it was read is on the trail. */
  WaitingRequest request(Actor actor, CandidateId id) {
    Permission.DECIDE_ACCOMMODATIONS.require(actor);
    return database.transaction(tx -> {
      var request = request(tx, id);
      record(tx, actor, "accommodation.read", id);
      return request;
    });
  }

  private WaitingRequest request(Tx tx, CandidateId id) {
    var candidate = eligibility.candidate(tx, id);
    var waiting = repository.find(tx, id);
    return new WaitingRequest(
        id,
        candidate.name(),
        mark(id).toString(),
        waiting.map(AccommodationRepository.StoredRequest::askedAt),
        waiting.map(one -> Json.read(secret.unseal(owner(id), one.sealed()), Wish.class)),
        repository.files(tx, id).stream().map(file -> evidence(id, file)).toList(),
        repository.decisions(tx, id).stream()
            .map(made ->
                new WaitingRequest.Made(
                    made.number(), made.decision(), access.name(tx, made.by()), made.at()))
            .toList());
  }

  private Evidence evidence(CandidateId id, StoredFile file) {
    return new Evidence(file.id(), file.type(), secret.unseal(owner(id), file.sealedName()));
  }

  /** A file of a request; that it was read is on the trail. */
  SentFile evidence(Actor actor, CandidateId id, UUID file) {
    Permission.DECIDE_ACCOMMODATIONS.require(actor);
    return database.transaction(tx -> {
      var stored =
          repository.file(tx, id, file).orElseThrow(() -> new Refusal.NotFound("document"));
      record(tx, actor, "accommodation.readEvidence", id);
      var content = Base64.getDecoder().decode(secret.unseal(owner(id), stored.sealedContent()));
      return new SentFile(stored.type(), secret.unseal(owner(id), stored.sealedName()), content);
    });
  }

  /**
   * Decides, and deletes why it was asked with all evidence. The mail says only that there is an
   * answer.
   */
  WaitingRequest decide(
      Actor actor, CandidateId id, AccommodationDecision decision, String baseUrl) {
    Permission.DECIDE_ACCOMMODATIONS.require(actor);
    return database.transaction(tx -> {
      if (!repository.delete(tx, id)) throw new Refusal.Conflict("noRequestWaits");
      repository.insert(tx, id, decision, actor.person().orElseThrow(), clock.instant());
      eligibility.write(tx, id, "candidateNews", Map.of(), baseUrl);
      record(tx, actor, "accommodation.decide", id);
      return request(tx, id);
    });
  }

  /** What applies to a candidate on the day of a moment, in UTC. */
  public Accommodation accommodation(Tx tx, CandidateId id, Instant on) {
    return accommodations(tx, List.of(id), on).getOrDefault(id, Accommodation.NONE);
  }

  /** As {@link #accommodation} of each; who is granted nothing is not in it. */
  public Map<CandidateId, Accommodation> accommodations(
      Tx tx, Collection<CandidateId> ids, Instant on) {
    return repository.granted(tx, ids, LocalDate.ofInstant(on, ZoneOffset.UTC));
  }

  private static String owner(CandidateId candidate) {
    return "accommodation " + candidate.value();
  }

  /**
   * Under this mark the trail names a candidate here, so that its readers do not learn who asked.
   */
  private UUID mark(CandidateId candidate) {
    var bytes = ByteBuffer.wrap(secret.derive("accommodation mark", candidate.value().toString()));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private void record(Tx tx, Actor actor, String action, CandidateId candidate) {
    audit.record(
        tx, actor, action, new Subject("accommodation", Optional.of(mark(candidate))), Map.of());
  }
}
