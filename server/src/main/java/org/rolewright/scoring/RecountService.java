package org.rolewright.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.appraisal.RunAnalysis;
import org.rolewright.delivery.SittingId;
import org.rolewright.form.PublishedForm;
import org.rolewright.marking.Scorer;
import org.rolewright.marking.Scorer.Marked;
import org.rolewright.marking.Taken;
import org.rolewright.marking.TestItem;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.ScoringRepository.StoredItem;
import org.rolewright.scoring.ScoringRepository.StoredRun;
import org.rolewright.scoring.ScoringRepository.StoredScore;

/** Computes released scores again from what is stored, to the last digit. */
public final class RecountService {
  private final Database database;
  private final ScoringService.Sources sources;
  private final Intake intake;
  private final ScoringRepository repository = new ScoringRepository();

  /**
   * What was found.
   *
   * @param runs that were ever released
   * @param faults where something is not as it was computed; empty when all is well
   */
  public record Recount(int runs, int scores, List<String> faults) {
    public Recount {
      faults = List.copyOf(faults);
    }
  }

  public RecountService(Database database, ScoringService.Sources sources) {
    this.database = database;
    this.sources = sources;
    intake = new Intake(sources);
  }

  /** Every run that was ever released, one after the other. */
  public Recount recount(Actor actor) {
    Permission.READ_SCORES.require(actor);
    var runs = database.transaction(repository::everReleased);
    var faults = new ArrayList<String>();
    var scores = 0;
    for (var run : runs) scores += database.transaction(tx -> recount(tx, run, faults));
    return new Recount(runs.size(), scores, faults);
  }

  private int recount(Tx tx, StoredRun run, List<String> faults) {
    var form = sources.forms().published(tx, run.form());
    var items = intake.items(tx, form, run.keys());
    var scores = repository.scores(tx, run.id());
    var name = "form " + form.code() + ", run " + run.number();
    if (!form.checksum().equals(run.formChecksum())) faults.add(name + ": the form is another");
    if (!hashes(items).equals(stored(tx, run)))
      faults.add(name + ": an item or its key is another");
    var scorer = new Scorer(items, run.cut(), run.scale());
    var marked = new ArrayList<Marked>();
    for (var score : scores) marked.add(marked(score, scorer, name, faults));
    runFaults(run, marked, scores, name, faults);
    if (!new RunAnalysis(scorer, marked).figures().equals(run.figures()))
      faults.add(name + ": the figures are others");
    if (run.state() == ScoringRun.State.RELEASED)
      submittedFaults(tx, form, items, scores, name, faults);
    return scores.size();
  }

  private static List<String> hashes(List<TestItem> items) {
    return items.stream().map(item -> item.version().hash()).toList();
  }

  private List<String> stored(Tx tx, StoredRun run) {
    return repository.items(tx, run.id()).stream().map(StoredItem::hash).toList();
  }

  private static Marked marked(StoredScore score, Scorer scorer, String name, List<String> faults) {
    var again = scorer.mark(score.marked().taken());
    var same =
        again.points().equals(score.points())
            && again.result().equals(score.result())
            && RunService.hash(score.run(), score.sitting(), again.points(), again.result())
                .equals(score.hash());
    if (!same) faults.add(name + ", sitting " + score.sitting().value() + ": the score is another");
    return again;
  }

  private static void runFaults(
      StoredRun run,
      List<Marked> marked,
      List<StoredScore> scores,
      String name,
      List<String> faults) {
    var taken = marked.stream().map(Marked::taken).toList();
    var inputs = Intake.hash(run.formChecksum(), run.keys(), run.cut(), run.scale(), taken);
    if (!inputs.equals(run.inputHash())) faults.add(name + ": what went in is another");
    if (!RunService.resultHash(scores).equals(run.resultHash()))
      faults.add(name + ": scores are missing, added or changed");
  }

  /** Scores in force follow from the answers that are on record now. */
  private void submittedFaults(
      Tx tx,
      PublishedForm form,
      List<TestItem> items,
      List<StoredScore> scores,
      String name,
      List<String> faults) {
    Map<SittingId, Taken> now =
        sources.submissions().submitted(tx, form.id()).stream()
            .map(sitting -> Taken.of(sitting, items))
            .collect(Collectors.toMap(Taken::sitting, one -> one));
    for (var score : scores)
      if (!Optional.ofNullable(now.get(score.sitting()))
          .map(Taken::responses)
          .equals(Optional.of(score.answers())))
        faults.add(
            name + ", sitting " + score.sitting().value() + ": the answers on record are others");
  }
}
