package org.rolewright.credential;

import java.util.Optional;
import org.rolewright.delivery.ConductService;
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
    ConductService conduct,
    IncidentService incidents) {

  /** Why somebody may not decide on a score; the key of a refusal. */
  Optional<String> obstacle(Tx tx, PersonId person, Score score) {
    var form = forms.published(tx, score.form());
    if (separation.isTrainer(tx, person, form.study())) return Optional.of("trainersDoNotCertify");
    if (incidents.conductors(tx, conduct.sitting(tx, score.sitting())).contains(person))
      return Optional.of("proctorsDoNotCertify");
    var versions = form.items().stream().map(Placed::versionId).toList();
    if (itembanks.versions(tx, versions).stream().anyMatch(one -> one.isBy(person)))
      return Optional.of("authorsDoNotCertify");
    var cut = standards.cut(tx, new CutId(score.cutId()));
    if (cut.adopted().isBy(person)) return Optional.of("cutDecidersDoNotCertify");
    return standards.locked(tx, cut.setting()).isPanelist(person)
        ? Optional.of("panelistsDoNotCertify")
        : Optional.empty();
  }
}
