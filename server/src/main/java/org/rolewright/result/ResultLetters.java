package org.rolewright.result;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.rolewright.access.Permission;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.form.FormService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.ReleasedScore;
import org.rolewright.scoring.ScoringRun;
import org.rolewright.scoring.ScoringService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/**
 * Tells candidates that a result is ready, or is another after a rescoring, and that what they
 * asked was answered. What it is stands on their page only, never in the mail.
 */
public final class ResultLetters {
  private final Database database;
  private final InstantSource clock;
  private final Sources sources;
  private final Supplier<String> baseUrl;
  private final ResultRepository repository = new ResultRepository();

  /** What is read from. */
  public record Sources(
      StudyService studies,
      FormService forms,
      EligibilityService eligibility,
      ScoringService scoring) {}

  /**
   * @param baseUrl the address that people use, for links
   */
  public ResultLetters(
      Database database, InstantSource clock, Sources sources, Supplier<String> baseUrl) {
    this.database = database;
    this.clock = clock;
    this.sources = sources;
    this.baseUrl = baseUrl;
  }

  /** Writes to the candidates of every released run that were not told yet. */
  public void write(Actor program) {
    Permission.SCORE_EXAMS.require(program);
    for (var run : database.transaction(sources.scoring::listReleasedRuns))
      database.run(tx -> {
        if (repository.told(tx, run.id(), clock.instant())) write(tx, run);
      });
  }

  private void write(Tx tx, ScoringRun run) {
    var study = sources.forms.published(tx, run.form()).study();
    var programme = programme(tx, study);
    for (var one : sources.scoring.listReleased(tx, run.id()))
      if (one.isNews())
        sources.eligibility.write(tx, one.score().candidate(), kind(one), programme, baseUrl.get());
  }

  /** That a candidate's request was answered. */
  void answered(Tx tx, CandidateId candidate) {
    var programme = programme(tx, sources.eligibility.candidate(tx, candidate).study());
    sources.eligibility.write(tx, candidate, "requestAnswered", programme, baseUrl.get());
  }

  private Map<String, ?> programme(Tx tx, StudyId study) {
    return Map.of("programme", sources.studies.study(tx, study).title());
  }

  private static String kind(ReleasedScore one) {
    return one.before().isPresent() ? "resultChanged" : "resultReady";
  }
}
