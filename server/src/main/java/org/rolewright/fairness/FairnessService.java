package org.rolewright.fairness;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.fairness.FairnessRepository.Stored;
import org.rolewright.fairness.GroupCounts.Count;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.Score;
import org.rolewright.scoring.ScoringService;
import org.rolewright.study.StudyId;

/** Tables of who passed, group by group, apart from scoring. */
public final class FairnessService {
  /** A table counts at least so many statements, and so many more than the one before. */
  static final int MORE = 20;

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final AccessService access;
  private final ScoringService scoring;
  private final InstallationSecret secret;
  private final FairnessRepository repository = new FairnessRepository();

  public FairnessService(
      Database database,
      InstantSource clock,
      AuditService audit,
      AccessService access,
      ScoringService scoring,
      InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.access = access;
    this.scoring = scoring;
    this.secret = secret;
  }

  /** The tables of a study, the newest first; that they were read is on the trail. */
  public List<IssuedTable> list(Actor actor, StudyId study) {
    Permission.READ_FAIRNESS.require(actor);
    return database.transaction(tx -> {
      var tables = repository.list(tx, study);
      if (!tables.isEmpty()) record(tx, actor, "fairness.read", study, Map.of());
      return tables.stream().map(one -> issued(tx, one)).toList();
    });
  }

  /** Makes a table of how things stand now; sent again, it is the same. */
  public IssuedTable issue(Actor actor, StudyId study, UUID id) {
    Permission.READ_FAIRNESS.require(actor);
    return database.transaction(tx -> {
      repository.lock(tx, study);
      var known = repository.list(tx, study);
      var same = known.stream().filter(one -> one.id().equals(id)).findFirst();
      if (same.isPresent()) return issued(tx, same.get());
      var earlier = known.stream().map(Stored::table).toList();
      var table = table(tx, study, earlier);
      demandMore(earlier, table);
      var by = actor.person().orElseThrow(Refusal.NotSignedIn::new);
      var stored = new Stored(id, study, by, now(), table);
      repository.insert(tx, stored);
      record(tx, actor, "fairness.issue", study, Map.of("table", id));
      return issued(tx, stored);
    });
  }

  private static void demandMore(List<ImpactTable> earlier, ImpactTable table) {
    var before = earlier.stream().mapToInt(ImpactTable::statements).max().orElse(0);
    if (table.statements() < before + MORE)
      throw new Refusal.Conflict("aTableCountsTwentyMore", Map.of("n", before + MORE));
  }

  private ImpactTable table(Tx tx, StudyId study, List<ImpactTable> earlier) {
    var first = firstScores(tx, study);
    var stated = new HashMap<CandidateId, Background>();
    repository
        .find(tx, first.keySet())
        .forEach((candidate, sealed) ->
            stated.put(candidate, BackgroundService.opened(secret, candidate, sealed)));
    return new ImpactTable(
        first.size(),
        stated.size(),
        Arrays.stream(Trait.values())
            .map(trait ->
                new GroupCounts(trait, counts(trait, first, stated), stated.size(), earlier))
            .map(GroupCounts::part)
            .toList());
  }

  /** The first score in force of each candidate. */
  private Map<CandidateId, Score> firstScores(Tx tx, StudyId study) {
    var first = new HashMap<CandidateId, Score>();
    var order = Comparator.comparing(Score::satOn).thenComparing(one -> one.sitting().value());
    for (var score : scoring.listReleased(tx, study))
      first.merge(score.candidate(), score, (a, b) -> order.compare(a, b) <= 0 ? a : b);
    return first;
  }

  private static List<Count> counts(
      Trait trait, Map<CandidateId, Score> scores, Map<CandidateId, Background> stated) {
    return trait.groups().stream()
        .map(group -> {
          var members =
              stated.entrySet().stream()
                  .filter(one -> one.getValue().group(trait).filter(group::equals).isPresent())
                  .map(one -> scores.get(one.getKey()))
                  .toList();
          var passed = (int) members.stream().filter(Score::passed).count();
          return new Count(group, members.size(), passed);
        })
        .toList();
  }

  private IssuedTable issued(Tx tx, Stored stored) {
    return new IssuedTable(
        stored.id(),
        new Signature(stored.by(), access.name(tx, stored.by()), stored.at()),
        stored.table());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, StudyId study, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("study", study.value()), detail);
  }
}
