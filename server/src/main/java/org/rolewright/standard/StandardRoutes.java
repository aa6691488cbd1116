package org.rolewright.standard;

import java.util.List;
import org.rolewright.judging.SettingId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;

/** Operations of {@code api/standard.yaml}. */
public final class StandardRoutes {
  private StandardRoutes() {}

  private record CutList(List<CutDecision> cuts) {}

  private record Adoption(String hash) {}

  public static void mount(Api api, StandardService standards) {
    api.on(
        "readCutOptions",
        r -> standards.options(r.actor(), setting(r), r.findText("sem").map(Double::valueOf)));
    api.on("listCuts", r -> new CutList(standards.listDecisions(r.actor(), setting(r))));
    api.on(
        "proposeCut",
        r ->
            Reply.json(
                201, standards.propose(r.actor(), setting(r), cut(r), r.body(CutInput.class))));
    api.on(
        "exportStandard",
        r ->
            Reply.file(
                "application/zip",
                "standard-setting.zip",
                standards.replication(r.actor(), setting(r))));
    api.does("withdrawCut", r -> standards.withdraw(r.actor(), setting(r)));
    api.on("adoptCut", r -> standards.adopt(r.actor(), cut(r), r.body(Adoption.class).hash()));
  }

  private static SettingId setting(Request request) {
    return new SettingId(request.uuid("settingId"));
  }

  private static CutId cut(Request request) {
    return new CutId(request.uuid("cutId"));
  }
}
