package org.rolewright.result;

import java.util.Map;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.study.StudyId;

/** Operations of {@code api/result.yaml}. */
public final class ResultRoutes {
  private ResultRoutes() {}

  public static void mount(Api api, ResultService results) {
    api.on("readOwnResults", r -> Map.of("results", results.views(r.actor(), token(r))));
    api.on(
        "printOwnResult",
        r ->
            Reply.file(
                "application/pdf",
                "score-report.pdf",
                results.report(r.actor(), token(r), r.uuid("scoreId"), r.language())));
    api.on(
        "askAboutResult",
        r ->
            Map.of(
                "results",
                results.ask(
                    r.actor(),
                    token(r),
                    r.uuid("scoreId"),
                    r.uuid("requestId"),
                    r.body(ResultService.AskInput.class))));
    api.on(
        "listResultRequests",
        r -> Map.of("requests", results.listRequests(r.actor(), new StudyId(r.uuid("studyId")))));
    api.on(
        "decideResultRequest",
        r ->
            results.decide(
                r.actor(), r.uuid("requestId"), r.body(ResultService.AnswerInput.class)));
  }

  private static String token(Request request) {
    return request.text("X-Candidate");
  }
}
