package org.rolewright.accommodation;

import java.util.List;
import java.util.function.Supplier;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.files.SentFile;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.study.StudyId;

/** Operations of {@code api/accommodation.yaml}. */
public final class AccommodationRoutes {
  private AccommodationRoutes() {}

  private record Requests(List<RequestSummary> requests) {}

  /**
   * @param baseUrl the address that people use, for links
   */
  public static void mount(Api api, AccommodationService service, Supplier<String> baseUrl) {
    api.on("readOwnAccommodation", r -> service.view(r.actor(), token(r)));
    api.does("askAccommodation", r -> service.ask(r.actor(), token(r), r.body(Wish.class)));
    api.does("withdrawAccommodation", r -> service.withdraw(r.actor(), token(r)));
    api.does(
        "addOwnEvidence",
        r ->
            service.addEvidence(
                r.actor(), token(r), r.uuid("documentId"), SentFile.of(r.text("name"), r.bytes())));
    api.on(
        "listAccommodations",
        r -> new Requests(service.listRequests(r.actor(), new StudyId(r.uuid("studyId")))));
    api.on("readAccommodation", r -> service.request(r.actor(), candidate(r)));
    api.on(
        "readEvidence",
        r -> {
          var file = service.evidence(r.actor(), candidate(r), r.uuid("documentId"));
          var name = "evidence." + file.type().ending();
          return Reply.file(file.type().mediaType(), name, file.content());
        });
    api.on(
        "decideAccommodation",
        r ->
            service.decide(
                r.actor(), candidate(r), r.body(AccommodationDecision.class), baseUrl.get()));
  }

  private static CandidateId candidate(Request request) {
    return new CandidateId(request.uuid("candidateId"));
  }

  private static String token(Request request) {
    return request.text("X-Candidate");
  }
}
