package org.rolewright.marking;

import java.util.Map;
import org.rolewright.form.FormId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;

/** Operations of {@code api/marking.yaml}. */
public final class MarkingRoutes {
  private MarkingRoutes() {}

  private record Verdict(boolean agreed, String because) {}

  public static void mount(Api api, MarkingService marking) {
    api.on("listKeyChanges", r -> Map.of("changes", marking.listChanges(r.actor(), form(r))));
    api.on(
        "proposeKeyChange",
        r -> marking.propose(r.actor(), form(r), r.uuid("changeId"), r.body(KeyChangeInput.class)));
    api.on(
        "decideKeyChange",
        r -> {
          var verdict = r.body(Verdict.class);
          return marking.decide(r.actor(), r.uuid("changeId"), verdict.agreed(), verdict.because());
        });
  }

  private static FormId form(Request request) {
    return new FormId(request.uuid("formId"));
  }
}
