package org.rolewright.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;

/** Operations of {@code api/study.yaml}. */
public final class StudyRoutes {
  private StudyRoutes() {}

  private record Title(String title) {}

  private record Wording(String text) {}

  private record Wordings(List<CandidateWording> wordings) {}

  private record RequirementInput(
      Requirement.Kind kind, String text, String evidence, Optional<String> evidenceUrl) {}

  private record PanelistInput(
      String name,
      Optional<String> credentials,
      Optional<String> role,
      Optional<String> employer,
      Optional<String> region,
      Optional<Integer> yearsOfExperience,
      Optional<LocalDate> conflictStatementOn) {}

  public static void mount(Api api, StudyService studies) {
    api.on("listStudies", r -> studies.listStudies(r.actor()));
    api.on(
        "createStudy",
        r -> {
          var input = new NewStudy(r.body(Title.class).title(), false, r.language());
          return Reply.json(201, studies.create(r.actor(), id(r), input));
        });
    api.on("readStudy", r -> studies.view(r.actor(), id(r)));
    api.does(
        "putProgramme",
        r -> studies.putProgramme(r.actor(), id(r), r.body(Programme.class), r.version()));
    api.does("putRequirement", r -> studies.putRequirement(r.actor(), id(r), requirement(r)));
    api.does(
        "removeRequirement",
        r -> studies.removeRequirement(r.actor(), id(r), r.uuid("requirementId")));
    api.does(
        "wordCandidate",
        r -> studies.wordCandidate(r.actor(), id(r), r.body(Wording.class).text(), r.version()));
    api.on(
        "listCandidateWordings",
        r -> new Wordings(studies.listCandidateWordings(r.actor(), id(r))));
    api.on(
        "putProtocol",
        r -> studies.putProtocol(r.actor(), id(r), r.body(Protocol.class), r.version()));
    api.on("freezeProtocol", r -> studies.freeze(r.actor(), id(r), r.version()));
    api.does("putPanelist", r -> studies.putPanelist(r.actor(), id(r), panelist(r)));
    api.does("removePanelist", r -> studies.removePanelist(r.actor(), id(r), r.uuid("panelistId")));
    api.on("planSample", r -> studies.planSample(r.actor(), r.body(SamplingInput.class)));
    api.on(
        "putSamplingPlan",
        r -> studies.putSamplingPlan(r.actor(), id(r), r.body(SamplingInput.class), r.version()));
  }

  private record SeparationInput(boolean barred, String reason) {}

  private record Note(String note) {}

  public static void mount(Api api, SeparationService separation) {
    api.on("readSeparation", r -> separation.separation(r.actor(), id(r)));
    api.on(
        "putSeparation",
        r -> {
          var input = r.body(SeparationInput.class);
          return separation.put(r.actor(), id(r), input.barred(), input.reason(), r.version());
        });
    api.on(
        "declareTrainer",
        r -> separation.declareTrainer(r.actor(), id(r), person(r), r.body(Note.class).note()));
    api.on("withdrawTrainer", r -> separation.withdrawTrainer(r.actor(), id(r), person(r)));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.uuid("personId"));
  }

  private static StudyId id(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static Requirement requirement(Request request) {
    var input = request.body(RequirementInput.class);
    return new Requirement(
        request.uuid("requirementId"),
        input.kind(),
        input.text(),
        input.evidence(),
        input.evidenceUrl().orElse(""),
        request.version());
  }

  private static Panelist panelist(Request request) {
    var input = request.body(PanelistInput.class);
    return new Panelist(
        request.uuid("panelistId"),
        input.name(),
        input.credentials().orElse(""),
        input.role().orElse(""),
        input.employer().orElse(""),
        input.region().orElse(""),
        input.yearsOfExperience(),
        input.conflictStatementOn(),
        request.version());
  }
}
