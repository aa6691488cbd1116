package org.rolewright.fairness;

import java.util.Map;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;
import org.rolewright.study.StudyId;

/** Operations of {@code api/fairness.yaml}. */
public final class FairnessRoutes {
  private FairnessRoutes() {}

  /** The candidate's side. */
  public static void mount(Api api, BackgroundService backgrounds) {
    api.on("readOwnBackground", r -> backgrounds.view(r.actor(), token(r)));
    api.does(
        "putOwnBackground", r -> backgrounds.state(r.actor(), token(r), r.body(Background.class)));
    api.does("withdrawOwnBackground", r -> backgrounds.withdraw(r.actor(), token(r)));
  }

  /** Tables. */
  public static void mount(Api api, FairnessService fairness) {
    api.on("listImpactTables", r -> Map.of("tables", fairness.list(r.actor(), study(r))));
    api.on("issueImpactTable", r -> fairness.issue(r.actor(), study(r), r.uuid("tableId")));
  }

  private static String token(Request request) {
    return request.text("X-Candidate");
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }
}
