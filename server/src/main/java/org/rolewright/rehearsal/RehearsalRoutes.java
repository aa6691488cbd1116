package org.rolewright.rehearsal;

import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;
import org.rolewright.rehearsal.RehearsalService.PublicationInput;

/** Operations of {@code api/rehearsal.yaml}. */
public final class RehearsalRoutes {
  private RehearsalRoutes() {}

  private record RehearsalInput(int lateStartMinutes) {}

  public static void mount(Api api, RehearsalService rehearsals) {
    api.on(
        "rehearseExam",
        r ->
            rehearsals.rehearse(
                r.actor(), window(r), r.body(RehearsalInput.class).lateStartMinutes()));
    api.on("readPublication", r -> rehearsals.standing(r.actor(), window(r)));
    api.on(
        "publishExam",
        r -> rehearsals.publish(r.actor(), window(r), r.body(PublicationInput.class)));
  }

  private static ExamWindowId window(Request request) {
    return new ExamWindowId(request.uuid("windowId"));
  }
}
