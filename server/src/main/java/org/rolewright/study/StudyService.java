package org.rolewright.study;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Texts;

/** Sets a study up, from the programme record to the frozen protocol. */
public final class StudyService {
  private static final int LARGEST_SEED = 1_000_000_000;

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AuditService audit;
  private final Texts texts;
  private final StudyRepository repository = new StudyRepository();
  private final PanelRepository panel = new PanelRepository();

  /**
   * @param random gives each study the seed of its analysis
   */
  public StudyService(
      Database database,
      InstantSource clock,
      RandomGenerator random,
      AuditService audit,
      Texts texts) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
    this.texts = texts;
  }

  public List<Study> listStudies(Actor actor) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(this::listStudies);
  }

  /** Begins a study with a draft protocol of common practice; doing it twice changes nothing. */
  public StudyView create(Actor actor, StudyId id, NewStudy input) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      if (repository.insert(tx, id, input.title(), input.demonstration(), clock.instant())) {
        var seed = random.nextLong(1, LARGEST_SEED);
        repository.insertProtocol(tx, id, DraftProtocol.in(texts, input.language(), seed));
        record(tx, actor, "study.create", id, Map.of("title", input.title()));
      }
      return view(tx, id);
    });
  }

  /** Everything on the page of a study. */
  public StudyView view(Actor actor, StudyId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> view(tx, id));
  }

  public void putProgramme(Actor actor, StudyId id, Programme programme, int version) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      study(tx, id);
      fresh(repository.update(tx, id, programme, version));
      record(tx, actor, "study.describe", id, Map.of("version", version + 1));
    });
  }

  public void putRequirement(Actor actor, StudyId id, Requirement requirement) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      study(tx, id);
      fresh(panel.put(tx, id, requirement, clock.instant()));
      record(tx, actor, "study.require", id, Map.of("requirement", requirement));
    });
  }

  public void removeRequirement(Actor actor, StudyId id, UUID requirement) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      if (panel.removeRequirement(tx, id, requirement))
        record(tx, actor, "study.removeRequirement", id, Map.of("requirement", requirement));
    });
  }

  /**
   * Writes the minimally competent candidate anew; earlier wordings stay.
   *
   * @param replaces number of the wording that the author had read, 0 for none
   */
  public void wordCandidate(Actor actor, StudyId id, String text, int replaces) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      study(tx, id);
      var wordings = repository.wordings(tx, id);
      fresh(wordings.isEmpty() ? replaces == 0 : wordings.getFirst().version() == replaces);
      var wording = new CandidateWording(replaces + 1, text, actor.name(), clock.instant());
      fresh(repository.insertWording(tx, id, wording, actor));
      record(tx, actor, "study.wordCandidate", id, Map.of("version", wording.version()));
    });
  }

  /** Every wording of the minimally competent candidate, the newest first. */
  public List<CandidateWording> listCandidateWordings(Actor actor, StudyId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> listCandidateWordings(tx, id));
  }

  public ProtocolState putProtocol(Actor actor, StudyId id, Protocol protocol, int version) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      draft(tx, id, version);
      repository.update(tx, id, protocol);
      record(tx, actor, "study.planProtocol", id, Map.of("version", version + 1));
      return repository.protocol(tx, id);
    });
  }

  /** Fixes the protocol for good, with hash and time. */
  public StudyPlan freeze(Actor actor, StudyId id, int version) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var protocol = draft(tx, id, version).protocol();
      protocol.requireReadyToFreeze();
      var hash = Sha256.hex(Json.canonical(protocol));
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      repository.freeze(tx, id, new ProtocolState.Frozen(hash, now, actor.name()));
      record(tx, actor, "study.freezeProtocol", id, Map.of("hash", hash));
      return frozen(tx, id);
    });
  }

  private ProtocolState draft(Tx tx, StudyId id, int version) {
    study(tx, id);
    var state = repository.lockProtocol(tx, id);
    if (state.frozen().isPresent()) throw new Refusal.Conflict("a_frozen_protocol_never_changes");
    fresh(state.version() == version);
    return state;
  }

  public void putPanelist(Actor actor, StudyId id, Panelist panelist) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      study(tx, id);
      fresh(panel.put(tx, id, panelist, clock.instant()));
      record(tx, actor, "study.enterPanelist", id, Map.of("panelist", panelist.id()));
    });
  }

  public void removePanelist(Actor actor, StudyId id, UUID panelist) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      if (panel.removePanelist(tx, id, panelist))
        record(tx, actor, "study.removePanelist", id, Map.of("panelist", panelist));
    });
  }

  /** What a plan would ask for; nothing is stored. */
  public SamplingPlan planSample(Actor actor, SamplingInput input) {
    Permission.READ_STUDIES.require(actor);
    return SamplingPlan.of(input);
  }

  public SamplingPlan putSamplingPlan(Actor actor, StudyId id, SamplingInput input, int version) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      study(tx, id);
      fresh(repository.put(tx, id, input, version));
      var plan = SamplingPlan.of(input);
      record(tx, actor, "study.planSample", id, Map.of("required", plan.required()));
      return plan;
    });
  }

  /** The study as later stages see it. */
  public Study study(Tx tx, StudyId id) {
    return repository.findStudy(tx, id).orElseThrow(() -> new Refusal.NotFound("study"));
  }

  public List<Study> listStudies(Tx tx) {
    return repository.studies(tx);
  }

  /** The frozen plan; refused while it is a draft. */
  public StudyPlan frozen(Tx tx, StudyId id) {
    study(tx, id);
    var state = repository.protocol(tx, id);
    return state
        .frozen()
        .map(frozen -> new StudyPlan(id, state.protocol(), frozen.hash(), frozen.at()))
        .orElseThrow(() -> new Refusal.BrokenRule("protocolNotFrozen"));
  }

  /** Everything on the page of a study. */
  public StudyView view(Tx tx, StudyId id) {
    var stored = repository.findProgramme(tx, id).orElseThrow(() -> new Refusal.NotFound("study"));
    return new StudyView(
        id,
        stored.demonstration(),
        stored.programme(),
        stored.version(),
        panel.requirements(tx, id),
        listCandidateWordings(tx, id).stream().findFirst(),
        repository.protocol(tx, id),
        panel.panel(tx, id),
        repository.findPlan(tx, id));
  }

  public List<CandidateWording> listCandidateWordings(Tx tx, StudyId id) {
    return repository.wordings(tx, id);
  }

  private void record(Tx tx, Actor actor, String action, StudyId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("study", id.value()), detail);
  }

  private static void fresh(boolean stood) {
    if (!stood) throw new Refusal.Stale();
  }
}
