package org.rolewright.blueprint;

import java.util.List;
import org.rolewright.analysis.AnalysisRunId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/blueprint.yaml}. */
public final class BlueprintRoutes {
  private static final int WIDTH = 720;

  private BlueprintRoutes() {}

  private record Proposal(int testLength) {}

  private record BlueprintList(List<BlueprintSummary> blueprints) {}

  public static void mount(Api api, BlueprintService blueprints, Texts texts) {
    api.on(
        "proposeBlueprint",
        r ->
            Reply.json(
                201,
                blueprints.propose(
                    r.actor(),
                    new AnalysisRunId(r.uuid("runId")),
                    r.body(Proposal.class).testLength())));
    api.on(
        "listBlueprints", r -> new BlueprintList(blueprints.listBlueprints(r.actor(), study(r))));
    api.on("readBlueprint", r -> blueprints.blueprint(r.actor(), id(r)));
    api.on("tryBlueprintChange", r -> blueprints.tryChange(r.actor(), id(r), r.body(Change.class)));
    api.on(
        "changeBlueprint",
        r -> blueprints.change(r.actor(), id(r), r.version(), r.body(ReasonedChange.class)));
    api.on("adoptBlueprint", r -> blueprints.adopt(r.actor(), id(r), r.version()));
    api.does("withdrawBlueprint", r -> blueprints.withdraw(r.actor(), id(r), r.version()));
    api.on("drawBlueprintFigure", r -> Reply.svg("weights", figure(r, blueprints, texts)));
    api.on("readBlueprintFigure", r -> figure(r, blueprints, texts).table());
    OutlineRoutes.mount(api, blueprints, texts);
  }

  private static BlueprintId id(Request request) {
    return new BlueprintId(request.uuid("blueprintId"));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static Figure figure(Request request, BlueprintService blueprints, Texts texts) {
    var outline = blueprints.blueprint(request.actor(), id(request)).outline();
    return new BlueprintFigure(outline, new Formats(request.language(), texts))
        .draw(request.integer("width", WIDTH));
  }
}
