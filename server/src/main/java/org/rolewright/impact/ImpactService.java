package org.rolewright.impact;

import java.util.Optional;
import org.rolewright.access.Permission;
import org.rolewright.form.FormService;
import org.rolewright.impact.Impact.Family;
import org.rolewright.impact.Impact.Scored;
import org.rolewright.judging.SettingId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.text.Formats;
import org.rolewright.scoring.RawScores;
import org.rolewright.scoring.ScoringService;
import org.rolewright.standard.CutError;
import org.rolewright.standard.CutOptions;
import org.rolewright.standard.StandardService;
import org.rolewright.submission.SubmissionService;

/** What each cut that the board may choose would mean for those who sat the form. */
public final class ImpactService {
  private final Database database;
  private final Sources sources;

  /** The earlier stages that are read. */
  public record Sources(
      FormService forms,
      StandardService standards,
      SubmissionService submissions,
      ScoringService scoring) {}

  public ImpactService(Database database, Sources sources) {
    this.database = database;
    this.sources = sources;
  }

  /**
   * How many would pass at each option, once ratings are locked.
   *
   * @param sem standard error of measurement, where the board has one
   */
  public Impact impact(Actor actor, SettingId setting, Optional<Double> sem) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx -> {
      var options = sources.standards().options(tx, setting, sem);
      var form = sources.standards().locked(tx, setting).setting().form();
      return new Impact(
          sources.forms().published(tx, form).code(),
          sources.submissions().count(tx, form),
          scores(tx, setting).map(scores -> scored(scores, options)));
    });
  }

  private static Scored scored(RawScores scores, CutOptions options) {
    var run = scores.run();
    return new Scored(
        run.id(),
        run.number(),
        scores.points().size(),
        run.figures().items(),
        run.figures().errors().sem(),
        rates(scores).families(options));
  }

  /** The curve of pass rates with the options moved by one kind of error marked. */
  public Figure figure(Actor actor, SettingId setting, Wish wish, Formats formats) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx -> {
      var options = sources.standards().options(tx, setting, wish.sem());
      var rates =
          scores(tx, setting)
              .map(ImpactService::rates)
              .orElseThrow(() -> new Refusal.NotFound("scoringRun"));
      return new ImpactFigure(rates, formats)
          .draw(family(rates, options, wish.error()), wish.width());
    });
  }

  /** Which picture, and how wide. */
  public record Wish(CutError error, Optional<Double> sem, int width) {}

  private static Family family(PassRates rates, CutOptions options, CutError error) {
    return rates.families(options).stream()
        .filter(family -> family.error() == error)
        .findFirst()
        .orElseThrow(() -> new Refusal.BrokenRule("aCutIsOneOfTheOptions"));
  }

  private Optional<RawScores> scores(Tx tx, SettingId setting) {
    var form = sources.standards().locked(tx, setting).setting().form();
    return sources.scoring().findNewest(tx, form).filter(scores -> !scores.points().isEmpty());
  }

  private static PassRates rates(RawScores scores) {
    return new PassRates(scores.points(), scores.run().figures().items());
  }
}
