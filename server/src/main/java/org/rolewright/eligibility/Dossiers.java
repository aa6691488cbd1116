package org.rolewright.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.rolewright.access.AccessService;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.Requirement;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Puts applications together from what is asked, claimed, shown and decided. */
final class Dossiers {
  private final StudyService studies;
  private final AccessService access;
  private final OpeningRepository openings = new OpeningRepository();
  private final DossierRepository repository = new DossierRepository();

  Dossiers(StudyService studies, AccessService access) {
    this.studies = studies;
    this.access = access;
  }

  Opening opening(Tx tx, StudyId study) {
    return openings.find(tx, study).orElseThrow(() -> new Refusal.NotFound("applicationPage"));
  }

  List<Asked> asked(Tx tx, StudyId study) {
    return Asked.of(studies.view(tx, study), opening(tx, study));
  }

  Dossier dossier(Tx tx, Application application) {
    var study = studies.view(tx, application.study());
    return new Dossier(
        application,
        study.programme().title(),
        study.demonstration(),
        claims(tx, application),
        repository.decisions(tx, application.id(), person -> access.name(tx, person)));
  }

  /** What is asked now; and what was answered before it was taken out. */
  List<ClaimView> claims(Tx tx, Application application) {
    var claims = repository.claims(tx, application.id());
    var documents = repository.documents(tx, application.id());
    var asked = new ArrayList<>(asked(tx, application.study()));
    for (var claim : claims)
      if (asked.stream().noneMatch(one -> one.id().equals(claim.requirement())))
        asked.add(
            new Asked(claim.requirement(), Requirement.Kind.ELIGIBILITY, claim.asked(), 0, false));
    return asked.stream().map(one -> ClaimView.of(one, claims, documents)).toList();
  }
}
