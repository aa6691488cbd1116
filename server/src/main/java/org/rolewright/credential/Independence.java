package org.rolewright.credential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.delivery.SittingId;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.form.Placed;
import org.rolewright.itembank.ItembankService;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.proctoring.IncidentService;
import org.rolewright.scoring.Score;
import org.rolewright.standard.CutId;
import org.rolewright.standard.StandardService;
import org.rolewright.study.SeparationService;

/** Keeps those from deciding who taught, examined, wrote the questions, or set the cut. */
public record Independence(
    SeparationService separation,
    ItembankService itembanks,
    FormService forms,
    StandardService standards,
    CandidacyService candidacies,
    IncidentService incidents) {

  /** What many scores have in common. */
  private record Exam(FormId form, UUID cut) {}

  /** Why somebody may not decide on scores, by sitting; keys of refusals. */
  Map<SittingId, String> obstacles(Tx tx, PersonId person, List<Score> scores) {
    var hand = incidents.hand(tx, person);
    var seats = candidacies.seats(tx, scores.stream().map(Score::admission).toList());
    var exams = new HashMap<Exam, Optional<String>>();
    var obstacles = new HashMap<SittingId, String>();
    for (var score : scores) {
      var window = seats.get(score.admission()).window();
      if (hand.isIn(window, score.admission(), score.sitting()))
        obstacles.put(score.sitting(), "proctorsDoNotCertify");
      else
        exams
            .computeIfAbsent(
                new Exam(score.form(), score.cutId()), exam -> obstacle(tx, person, exam))
            .ifPresent(why -> obstacles.put(score.sitting(), why));
    }
    return obstacles;
  }

  private Optional<String> obstacle(Tx tx, PersonId person, Exam exam) {
    var form = forms.published(tx, exam.form());
    if (separation.isTrainer(tx, person, form.study())) return Optional.of("trainersDoNotCertify");
    var versions = form.items().stream().map(Placed::versionId).toList();
    if (itembanks.versions(tx, versions).stream().anyMatch(one -> one.isBy(person)))
      return Optional.of("authorsDoNotCertify");
    var cut = standards.cut(tx, new CutId(exam.cut()));
    if (cut.adopted().isBy(person)) return Optional.of("cutDecidersDoNotCertify");
    return standards.locked(tx, cut.setting()).isPanelist(person)
        ? Optional.of("panelistsDoNotCertify")
        : Optional.empty();
  }
}
