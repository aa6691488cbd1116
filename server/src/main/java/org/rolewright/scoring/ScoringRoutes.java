package org.rolewright.scoring;

import java.util.Map;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/scoring.yaml}. */
public final class ScoringRoutes {
  private static final int WIDTH = 720;

  private ScoringRoutes() {}

  private record Started(JobId job) {}

  private record Signed(String resultHash) {}

  /** Reading runs. */
  public static void mount(Api api, ScoringService scoring, Texts texts) {
    api.on("listScoring", r -> Map.of("forms", scoring.listForms(r.actor(), study(r))));
    api.on("readAnnualStatistics", r -> Map.of("rows", scoring.years(r.actor(), study(r))));
    api.on("readScoringRun", r -> scoring.view(r.actor(), run(r)));
    api.on("listScores", r -> Map.of("scores", scoring.scores(r.actor(), run(r))));
    api.on("listScoreChanges", r -> Map.of("changes", scoring.changes(r.actor(), run(r))));
    api.on("drawScoringFigure", r -> Reply.svg(r.text("figure"), figure(r, scoring, texts)));
    api.on("readScoringFigure", r -> figure(r, scoring, texts).table());
  }

  /** Making and releasing runs. */
  public static void mount(Api api, RunService runs, ReleaseService releases) {
    api.on(
        "startScoring",
        r ->
            Reply.json(
                202,
                new Started(
                    runs.start(
                        r.actor(),
                        new FormId(r.uuid("formId")),
                        r.body(RunService.RunInput.class)))));
    api.does(
        "decideHold",
        r ->
            releases.decide(
                r.actor(),
                run(r),
                new ItemVersionId(r.uuid("versionId")),
                r.body(ReleaseService.VerdictInput.class)));
    api.does(
        "signScores", r -> releases.sign(r.actor(), run(r), r.body(Signed.class).resultHash()));
    api.does(
        "releaseScores",
        r -> releases.release(r.actor(), run(r), r.body(Signed.class).resultHash()));
  }

  private static Figure figure(Request r, ScoringService scoring, Texts texts) {
    var view = scoring.view(r.actor(), run(r));
    var figure = new ScoringFigure(view.run(), view.items(), new Formats(r.language(), texts));
    var width = r.integer("width", WIDTH);
    return switch (r.text("figure")) {
      case "distribution" -> figure.distribution(width);
      case "items" -> figure.items(width);
      default -> figure.options(r.uuid("item"), width);
    };
  }

  private static ScoringRunId run(Request request) {
    return new ScoringRunId(request.uuid("runId"));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }
}
