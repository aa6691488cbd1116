package org.rolewright.eligibility;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rolewright.platform.files.SentFile;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;

/** Operations of {@code api/eligibility.yaml}. */
public final class EligibilityRoutes {
  private EligibilityRoutes() {}

  private record Applications(List<ApplicationSummary> applications) {}

  private record OpeningInput(
      boolean open,
      Localized introduction,
      Localized attestation,
      String contact,
      int minimumAge,
      int authorisedDays,
      int attempts,
      List<Opening.Rule> rules) {
    Opening opening() {
      return new Opening(
          open, introduction, attestation, contact, minimumAge, authorisedDays, attempts, rules, 0);
    }
  }

  /**
   * What staff do.
   *
   * @param baseUrl the address that people use, for links
   */
  public static void mount(Api api, EligibilityService service, Supplier<String> baseUrl) {
    api.on(
        "readOpening",
        r ->
            service
                .findOpening(r.actor(), study(r))
                .<Object>map(opening -> opening)
                .orElse(Map.of("version", 0)));
    api.on(
        "putOpening",
        r ->
            service.putOpening(
                r.actor(), study(r), r.body(OpeningInput.class).opening(), r.version()));
    api.on(
        "listApplications",
        r ->
            new Applications(
                service.listApplications(
                    r.actor(), study(r), r.findText("state").map(ApplicationState::of))));
    api.on("readApplication", r -> service.received(r.actor(), candidate(r)));
    api.on(
        "readApplicationDocument",
        r -> file(service.document(r.actor(), candidate(r), r.uuid("documentId"))));
    api.on(
        "decideApplication",
        r ->
            service.decide(
                r.actor(), candidate(r), r.body(Decision.class), r.version(), baseUrl.get()));
  }

  /**
   * What candidates do.
   *
   * @param baseUrl the address that people use, for links
   */
  public static void mount(Api api, ApplicantService applicants, Supplier<String> baseUrl) {
    api.on("readApplicationPage", r -> applicants.openingView(r.actor(), study(r), r.language()));
    api.does(
        "requestCandidateLink",
        r ->
            applicants.requestLink(
                r.actor(), study(r), r.body(ApplicantService.LinkInput.class), baseUrl.get()));
    api.on("readOwnApplication", r -> applicants.view(r.actor(), token(r), r.language()));
    api.does(
        "putOwnPerson",
        r -> applicants.putPerson(r.actor(), token(r), r.body(ApplicantInput.Person.class)));
    api.does(
        "putOwnClaim",
        r ->
            applicants.putClaim(
                r.actor(), token(r), r.uuid("requirementId"), r.body(ApplicantInput.Claim.class)));
    api.does(
        "addOwnDocument",
        r ->
            applicants.addDocument(
                r.actor(),
                token(r),
                r.uuid("requirementId"),
                r.uuid("documentId"),
                SentFile.of(r.text("name"), r.bytes())));
    api.does(
        "removeOwnDocument",
        r -> applicants.removeDocument(r.actor(), token(r), r.uuid("documentId")));
    api.on(
        "readOwnDocument",
        r -> file(applicants.document(r.actor(), token(r), r.uuid("documentId"))));
    api.does(
        "submitOwnApplication",
        r -> applicants.submit(r.actor(), token(r), r.language(), baseUrl.get()));
  }

  /** To be kept, never shown by the browser as a page of ours; the name is ours too. */
  private static Reply file(SentFile file) {
    return Reply.file(file.type().mediaType(), "document." + file.type().ending(), file.content());
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static CandidateId candidate(Request request) {
    return new CandidateId(request.uuid("candidateId"));
  }

  private static String token(Request request) {
    return request.text("X-Candidate");
  }
}
