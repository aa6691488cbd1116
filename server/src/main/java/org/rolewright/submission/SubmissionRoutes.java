package org.rolewright.submission;

import java.util.Map;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.SittingId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;

/** Operations of {@code api/submission.yaml}. */
public final class SubmissionRoutes {
  private SubmissionRoutes() {}

  public static void mount(Api api, SubmissionService submissions) {
    api.on(
        "listLateSittings",
        r ->
            Map.of(
                "sittings", submissions.listLate(r.actor(), new ExamWindowId(r.uuid("windowId")))));
    api.on("readLateAnswers", r -> submissions.lateAnswers(r.actor(), sitting(r)));
    api.on(
        "decideLateAnswers",
        r -> submissions.decide(r.actor(), sitting(r), r.body(LateDecisionInput.class)));
  }

  private static SittingId sitting(Request request) {
    return new SittingId(request.uuid("sittingId"));
  }
}
